import {
  ModelType,
  publicationConfigSchema,
} from '@inference-portal/plugin-model-publishing-common';
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

  it('asks for tokens per hour where the model reports tokens', () => {
    const limitsOf = (modelType: ModelType) => {
      const model = aModel({ modelType });
      const values = { ...initialValues(model), tokensPerHour: '50' };
      return configOfForm(values, model).rateLimiting;
    };

    expect(limitsOf('openai')).toEqual({ tokensPerHour: 50 });
    expect(limitsOf('traditional')).toBeUndefined();
  });

  it('puts OpenAI-compatible models where their clients look for them', () => {
    expect(initialValues(aModel({ modelType: 'openai' })).externalPath).toBe(
      '/v1/models/iris',
    );
  });
});
