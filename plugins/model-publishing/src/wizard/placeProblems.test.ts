import { somePublishingOptions } from '../__testUtils__/optionsBuilders';
import { aFoundModel } from '../__testUtils__/wizardBuilders';
import { textsOfLimits } from '../limits/limitTexts';
import { placeProblems, stepOf } from './placeProblems';
import { initialPublishValues } from './publishValues';

const CONTEXT = {
  model: aFoundModel(),
  options: somePublishingOptions({ allowAnonymous: true }),
};
const VALUES = {
  ...initialPublishValues(CONTEXT),
  tenants: ['tenant-a', 'tenant-b'].map(tenantId => ({
    tenantId,
    limits: textsOfLimits({}),
  })),
  metadata: [{ name: 'ticket', value: 'ML-7' }],
};

describe('placeProblems', () => {
  it.each([
    ['config.modelType', '', 'modelType', 'address'],
    ['config.publicHostname', '', 'address.hostname', 'address'],
    ['config.externalPath', '', 'address.externalPath', 'address'],
    ['config.rateLimiting.burstLimit', '', 'limits.burstLimit', 'limits'],
    [
      'config.rateLimiting.perTenant.tenant-b.burstLimit',
      '',
      'tenants.1.limits.burstLimit',
      'limits',
    ],
    [
      'config.rateLimiting.perTenant.tenant-b',
      '',
      'tenants.1.tenantId',
      'limits',
    ],
    [
      'config.authentication.allowedTenants',
      'names "tenant-b", which is no tenant of this platform',
      'tenants.1.tenantId',
      'limits',
    ],
    [
      'config.authentication.allowedTenants.0',
      '',
      'tenants.0.tenantId',
      'limits',
    ],
    ['config.authentication.requireApiKey', '', 'requireApiKey', 'limits'],
    ['config.visibility', '', 'visibility', 'limits'],
    ['config.metadata.ticket', '', 'metadata.0.value', 'limits'],
  ] as const)('puts %s (%s) at %s', (field, problem, name, step) => {
    const { atFields, others } = placeProblems(
      [{ field, problem }],
      VALUES,
      CONTEXT,
    );

    expect(atFields).toEqual([{ name, problem }]);
    expect(others).toEqual([]);
    expect(atFields.map(placed => stepOf(placed.name))).toEqual([step]);
  });

  it.each([
    'config.gateway',
    'config.rateLimiting.tokensPerHour',
    'config.rateLimiting.perTenant',
    'config.metadata',
    'config.surprise',
    'body',
  ])('has no field for %s', field => {
    expect(
      placeProblems([{ field, problem: 'is wrong' }], VALUES, CONTEXT),
    ).toEqual({ atFields: [], others: [`${field} is wrong`] });
  });
});
