import { hostnameOf, valuesOfAddress } from './addressValues';

const HOSTNAMES = [
  { hostname: 'models.example.org' },
  { hostname: '*.lab.example.org' },
];

describe('addressValues', () => {
  it.each([
    ['models.example.org', 'models.example.org', ''],
    ['flowers.lab.example.org', '*.lab.example.org', 'flowers'],
    ['gone.example.org', 'gone.example.org', ''],
  ])('show %s as the choice %s with the word "%s"', (name, hostname, label) => {
    const values = valuesOfAddress(
      { publicHostname: name, externalPath: '/iris' },
      HOSTNAMES,
    );

    expect(values).toEqual({ hostname, label, externalPath: '/iris' });
    expect(hostnameOf(values)).toBe(name);
  });
});
