import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  ModelType,
  publicationReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { RuledPublication } from './modelPublicationResourceRef';
import {
  createPublicationConditionalDecision,
  publicationConditions,
  publicationRules,
} from './publicationConditions';
import { createPolicyReader } from './PolicyReader';

const { hasModelType, isPublisher, isTenantMember } = publicationConditions;

const owners: Record<string, string[]> = {
  'one/publisher': ['group:default/publishers'],
  'one/consumer': ['group:default/consumers', 'user:default/ann'],
  'two/consumer': ['group:default/elsewhere'],
};
const publication = {
  id: 'f'.repeat(32),
  cluster: 'one',
  tenantId: 'publisher',
  modelType: 'traditional' as const,
  allowedTenants: ['publisher', 'consumer', 'unknown'],
};
const ruled: RuledPublication = {
  ...publication,
  publisherOwners: owners['one/publisher'] ?? [],
  consumerOwners: [
    ...(owners['one/publisher'] ?? []),
    ...(owners['one/consumer'] ?? []),
  ],
};

const rules = Object.values(publicationRules);
const reader = createPolicyReader({
  ruleset: {
    getRuleByName: name => {
      const found = rules.find(rule => rule.name === name);
      if (!found) {
        throw new Error(`There is no rule "${name}"`);
      }
      return found;
    },
  },
  access: {
    ownersOf: ({ cluster, namespace }) =>
      owners[`${cluster}/${namespace}`] ?? [],
  },
});
const asLoaded = createConditionAuthorizer(rules);

type Conditions = Parameters<typeof createPublicationConditionalDecision>[1];

const types = (...modelTypes: ModelType[]) => hasModelType({ modelTypes });
const publisher = (...claims: string[]) => isPublisher({ claims });
const member = (...claims: string[]) => isTenantMember({ claims });

describe('conditions about published models', () => {
  it.each<[string, Conditions, boolean]>([
    ['the publisher', publisher('group:default/publishers'), true],
    [
      'the publisher, in other case',
      publisher('Group:default/Publishers'),
      true,
    ],
    ['a consumer as publisher', publisher('group:default/consumers'), false],
    ['nobody as publisher', publisher(), false],
    ['the publisher as member', member('group:default/publishers'), true],
    ['a consumer as member', member('group:default/consumers'), true],
    ['a single user as member', member('x', 'user:default/ann'), true],
    ['a namesake elsewhere', member('group:default/elsewhere'), false],
    ['nobody as member', member(), false],
    ['its type', types('traditional'), true],
    ['one of two types', types('openai', 'traditional'), true],
    ['another type', types('openai'), false],
    ['no type', types(), false],
    [
      'all of two, of which one fails',
      { allOf: [types('traditional'), publisher('group:default/consumers')] },
      false,
    ],
    [
      'any of two, of which one fails',
      { anyOf: [types('openai'), publisher('group:default/publishers')] },
      true,
    ],
    ['not what holds', { not: types('traditional') }, false],
    [
      'not what fails, nested',
      { allOf: [{ not: { anyOf: [types('openai'), publisher()] } }] },
      true,
    ],
  ])('hold for %s, here and where the framework asks', (_, given, expected) => {
    const decision = createPublicationConditionalDecision(
      publicationReadPermission,
      given,
    );
    expect(reader.predicateOf(decision)(publication)).toBe(expected);
    expect(asLoaded(decision, ruled)).toBe(expected);
  });

  it('are refused when their parameters are wrong', () => {
    expect(() =>
      reader.predicateOf({
        ...createPublicationConditionalDecision(
          publicationReadPermission,
          types('traditional'),
        ),
        conditions: {
          rule: 'HAS_MODEL_TYPE',
          resourceType: 'model-publication',
          params: { modelTypes: 'traditional' },
        },
      }),
    ).toThrow(/Parameters to rule are invalid/);
  });
});
