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
];
