import { publicationConfigSchema } from '@inference-portal/plugin-model-publishing-common';
import { aModel } from '../__testUtils__/builders';
import { configOfForm, initialValues } from './formValues';

describe('configOfForm', () => {
  it('leaves to the platform what was not filled in', () => {
    const model = aModel();
    const config = configOfForm(initialValues(model), model);

    expect(config).toEqual({
      tenantId: 'tenant-a',
      externalPath: '/models/iris',
    });
    expect(publicationConfigSchema.parse(config)).toEqual(config);
  });

  it('asks for the limits that were filled in', () => {
    const model = aModel();
    const values = { ...initialValues(model), burstLimit: ' 7 ' };

    expect(configOfForm(values, model).rateLimiting).toEqual({ burstLimit: 7 });
  });

  it('puts OpenAI-compatible models where their clients look for them', () => {
    expect(initialValues(aModel({ modelType: 'openai' })).externalPath).toBe(
      '/v1/models/iris',
    );
  });
});
