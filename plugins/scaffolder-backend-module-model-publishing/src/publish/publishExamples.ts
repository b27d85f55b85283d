import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Shown on the page "Installed actions". */
export const publishExamples: TemplateExample[] = [
  {
    description: 'Publish a model with what the platform presets',
    example: `steps:
  - id: publish
    name: Publish the model
    action: model-publishing:publish
    input:
      model: iris
      tenantId: tenant-a
`,
  },
  {
    description:
      'At an address of its own, with limits, for a second tenant too',
    example: `steps:
  - id: publish
    name: Publish the model
    action: model-publishing:publish
    input:
      model: iris
      tenantId: tenant-a
      externalPath: /flowers/iris
      rateLimiting:
        requestsPerMinute: 500
        burstLimit: 20
      authentication:
        allowedTenants: [tenant-a, tenant-b]
`,
  },
  {
    description: 'An OpenAI-compatible model, with tokens per hour',
    example: `steps:
  - id: publish
    name: Publish the model
    action: model-publishing:publish
    input:
      model: chat
      tenantId: tenant-a
      modelType: openai
      externalPath: /v1/models/team/chat
      rateLimiting:
        tokensPerHour: 100000
`,
  },
  {
    description:
      'A public model, where the platform allows models without keys',
    example: `steps:
  - id: publish
    name: Publish the model
    action: model-publishing:publish
    input:
      model: iris
      tenantId: tenant-a
      authentication:
        requireApiKey: false
`,
  },
];
