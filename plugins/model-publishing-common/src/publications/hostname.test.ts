import { hostnameSchema } from './hostname';

describe('hostnameSchema', () => {
  it.each([
    'localhost',
    'models.example.org',
    'api.router.inference-in-a-box',
    '1a.example',
  ])('takes %s', hostname =>
    expect(hostnameSchema.safeParse(hostname).success).toBe(true),
  );

  it.each([
    '',
    'Models.example.org',
    '*.example.org',
    'models..example.org',
    '.example.org',
    'example.org.',
    '-models.example.org',
    'models_x.example.org',
    'models.example.org:8080',
    'http://models.example.org',
    'models.example.org/x',
    '127.0.0.1',
    '[::1]',
    'möbel.example.org',
    `${'a'.repeat(64)}.org`,
    `${'a.'.repeat(127)}aa`,
  ])('refuses %j', hostname =>
    expect(hostnameSchema.safeParse(hostname).success).toBe(false),
  );
});
