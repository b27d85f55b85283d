import {
  AcceptedConfiguration,
  Limits,
  PublicationPatch,
} from '@inference-portal/plugin-model-publishing-common';
import { aState } from '../__testUtils__/builders';
import { mergeConfiguration } from './mergeConfiguration';

const defaults: AcceptedConfiguration = {
  ...aState().configuration,
  rateLimiting: { requestsPerMinute: 100, burstLimit: 10 },
};
const current: AcceptedConfiguration = {
  ...defaults,
  externalPath: '/models/own',
  rateLimiting: { requestsPerMinute: 7, tokensPerHour: 9 },
  authentication: {
    requireApiKey: true,
    allowedTenants: ['tenant-a', 'tenant-b'],
  },
  metadata: { team: 'a', stage: 'test' },
  visibility: 'portal',
};
const merged = (patch: PublicationPatch) =>
  mergeConfiguration(current, patch, defaults);

describe('a merge patch', () => {
  it('without fields changes nothing', () => {
    expect(merged({})).toEqual(current);
    expect(
      merged({ rateLimiting: {}, authentication: {}, metadata: {} }),
    ).toEqual(current);
  });

  it.each<[string, PublicationPatch, Partial<AcceptedConfiguration>]>([
    ['a path', { externalPath: '/x' }, { externalPath: '/x' }],
    [
      'one limit, and leaves the others, set or not',
      { rateLimiting: { requestsPerMinute: 8 } },
      { rateLimiting: { requestsPerMinute: 8, tokensPerHour: 9 } },
    ],
    [
      'the allowed tenants as a whole, in order and once each',
      { authentication: { allowedTenants: ['c', 'b', 'c'] } },
      { authentication: { requireApiKey: true, allowedTenants: ['b', 'c'] } },
    ],
    [
      'metadata entry by entry',
      { metadata: { team: 'b', note: 'x' } },
      { metadata: { team: 'b', stage: 'test', note: 'x' } },
    ],
  ])('sets %s', (_, patch, expected) => {
    expect(merged(patch)).toEqual({ ...current, ...expected });
  });

  it.each<[string, PublicationPatch, Partial<AcceptedConfiguration>]>([
    ['the path', { externalPath: null }, { externalPath: '/models/iris' }],
    ['visibility', { visibility: null }, { visibility: 'consumers' }],
    [
      'one limit with a default',
      { rateLimiting: { burstLimit: null } },
      {
        rateLimiting: {
          requestsPerMinute: 7,
          tokensPerHour: 9,
          burstLimit: 10,
        },
      },
    ],
    [
      'one limit without a default',
      { rateLimiting: { tokensPerHour: null } },
      { rateLimiting: { requestsPerMinute: 7 } },
    ],
    [
      'all limits',
      { rateLimiting: null },
      { rateLimiting: defaults.rateLimiting },
    ],
    [
      'who may use it',
      { authentication: null },
      { authentication: defaults.authentication },
    ],
    [
      'one metadata entry',
      { metadata: { team: null } },
      { metadata: { stage: 'test' } },
    ],
    ['all metadata', { metadata: null }, { metadata: {} }],
  ])('returns %s to the default by null', (_, patch, expected) => {
    expect(merged(patch)).toEqual({ ...current, ...expected });
  });
});

describe('a merge patch of limits of tenants', () => {
  type PerTenantPatch = NonNullable<
    PublicationPatch['rateLimiting']
  >['perTenant'];
  const before: Record<string, Limits> = {
    a: { burstLimit: 1 },
    b: { burstLimit: 2, requestsPerMinute: 3 },
  };
  const after = (perTenant: PerTenantPatch) =>
    mergeConfiguration(
      { ...current, rateLimiting: { burstLimit: 9, perTenant: before } },
      { rateLimiting: { perTenant } },
      defaults,
    ).rateLimiting;

  it.each<[string, PerTenantPatch, Record<string, Limits> | undefined]>([
    ['nothing', undefined, before],
    ['nobody', {}, before],
    ['a tenant without values', { a: {} }, before],
    [
      'a new tenant',
      { c: { burstLimit: 3 } },
      { ...before, c: { burstLimit: 3 } },
    ],
    [
      'a tenant with the name of what every object has',
      { constructor: { burstLimit: 3 } },
      { ...before, constructor: { burstLimit: 3 } },
    ],
    [
      'one value',
      { b: { burstLimit: 7 } },
      { ...before, b: { burstLimit: 7, requestsPerMinute: 3 } },
    ],
    ['a tenant, to go', { b: null }, { a: { burstLimit: 1 } }],
    [
      'one value, to go',
      { b: { burstLimit: null } },
      { ...before, b: { requestsPerMinute: 3 } },
    ],
    [
      'the last value of a tenant, to go',
      { a: { burstLimit: null } },
      { b: before.b ?? {} },
    ],
    ['all tenants, to go', null, undefined],
    ['a tenant that is not there, to go', { c: null }, before],
  ])('that names %s', (_, patch, expected) => {
    expect(after(patch)).toEqual({
      burstLimit: 9,
      ...(expected && { perTenant: expected }),
    });
  });

  it('keeps them in the order of their names', () =>
    expect(
      Object.keys(after({ aa: { burstLimit: 1 } }).perTenant ?? {}),
    ).toEqual(['a', 'aa', 'b']));

  it('that returns all limits to their defaults takes them out', () =>
    expect(
      mergeConfiguration(
        { ...current, rateLimiting: { perTenant: before } },
        { rateLimiting: null },
        defaults,
      ).rateLimiting,
    ).toEqual(defaults.rateLimiting));
});
