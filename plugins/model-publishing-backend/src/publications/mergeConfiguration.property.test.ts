import {
  AcceptedConfiguration,
  PublicationPatch,
  publicationPatchSchema,
} from '@inference-portal/plugin-model-publishing-common';
import fc from 'fast-check';
import { aState } from '../__testUtils__/builders';
import { etagOf } from './etagOf';
import { mergeConfiguration } from './mergeConfiguration';

const limits = fc.integer({ min: 1, max: 1000 });
const tenants = fc.uniqueArray(fc.constantFrom('tenant-a', 'tenant-b', 'c'), {
  minLength: 1,
});
const names = fc.constantFrom('team', 'stage', '__proto__', 'constructor');
const tenantNames = fc.constantFrom('tenant-a', 'tenant-b', 'constructor');
const optional = <T>(values: fc.Arbitrary<T>) =>
  fc.option(values, { nil: undefined });
const patchable = <T>(values: fc.Arbitrary<T>) =>
  fc.oneof(fc.constant(undefined), fc.constant(null), values);

const configurations: fc.Arbitrary<AcceptedConfiguration> = fc.record({
  modelType: fc.constant('traditional' as const),
  publicHostname: fc.constantFrom('one.example.org', 'two.example.org'),
  externalPath: fc.constantFrom('/models/iris', '/models/other'),
  rateLimiting: fc.record(
    {
      requestsPerMinute: limits,
      requestsPerHour: limits,
      tokensPerHour: limits,
      burstLimit: limits,
      perTenant: fc.dictionary(tenantNames, fc.record({ burstLimit: limits }), {
        minKeys: 1,
      }),
    },
    { requiredKeys: [] },
  ),
  authentication: fc.record({
    requireApiKey: fc.boolean(),
    allowedTenants: tenants.map(list => [...list].sort()),
  }),
  metadata: fc.dictionary(names, fc.string({ maxLength: 5 })),
  visibility: fc.constantFrom('private', 'consumers', 'portal'),
});
const patches: fc.Arbitrary<PublicationPatch> = fc
  .record({
    publicHostname: patchable(fc.constantFrom('one.example.org')),
    externalPath: patchable(fc.constantFrom('/models/new')),
    rateLimiting: patchable(
      fc.record({
        requestsPerMinute: patchable(limits),
        requestsPerHour: patchable(limits),
        tokensPerHour: patchable(limits),
        burstLimit: patchable(limits),
        perTenant: patchable(
          fc.dictionary(
            tenantNames,
            fc.oneof(
              fc.constant(null),
              fc.record({
                burstLimit: patchable(limits),
                requestsPerHour: patchable(limits),
              }),
            ),
          ),
        ),
      }),
    ),
    authentication: patchable(
      fc.record({
        requireApiKey: patchable(fc.boolean()),
        allowedTenants: patchable(tenants),
      }),
    ),
    metadata: patchable(
      fc.dictionary(names, fc.option(fc.string({ maxLength: 5 }))),
    ),
    visibility: patchable(
      fc.constantFrom('private' as const, 'portal' as const),
    ),
  })
  .map(patch => publicationPatchSchema.parse(patch));

const same = (a: AcceptedConfiguration, b: AcceptedConfiguration) =>
  expect(etagOf(a)).toBe(etagOf(b));

describe('any merge patch', () => {
  it('applied twice is applied once', () => {
    fc.assert(
      fc.property(
        configurations,
        patches,
        configurations,
        (current, patch, defaults) => {
          const once = mergeConfiguration(current, patch, defaults);
          same(mergeConfiguration(once, patch, defaults), once);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('leaves every field alone that it does not name', () => {
    fc.assert(
      fc.property(
        configurations,
        patches,
        configurations,
        (current, patch, defaults) => {
          const merged = mergeConfiguration(current, patch, defaults);
          const named = new Set<string>(
            Object.entries(patch)
              .filter(([, value]) => value !== undefined)
              .map(([name]) => name),
          );
          const untouched = (configuration: AcceptedConfiguration) =>
            Object.entries(configuration).filter(([name]) => !named.has(name));
          expect(untouched(merged)).toEqual(untouched(current));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('of null everywhere gives what a request without wishes gets', () => {
    const everything = {
      publicHostname: null,
      externalPath: null,
      rateLimiting: null,
      authentication: null,
      metadata: null,
      visibility: null,
    };
    fc.assert(
      fc.property(configurations, configurations, (current, defaults) => {
        same(mergeConfiguration(current, everything, defaults), {
          ...defaults,
          metadata: {},
        });
      }),
    );
  });

  it('and another of other fields come to the same in either order', () => {
    fc.assert(
      fc.property(
        configurations,
        patches,
        optional(limits),
        configurations,
        (current, { rateLimiting: _, ...one }, requestsPerMinute, defaults) => {
          const other = { rateLimiting: { requestsPerMinute } };
          const merge = (...steps: PublicationPatch[]) =>
            steps.reduce(
              (before, patch) => mergeConfiguration(before, patch, defaults),
              current,
            );
          same(merge(one, other), merge(other, one));
        },
      ),
    );
  });

  it('never pollutes what all objects share', () => {
    const patch = publicationPatchSchema.parse(
      JSON.parse('{"metadata":{"__proto__":"x","constructor":"y"}}'),
    );
    const { configuration } = aState();
    mergeConfiguration(configuration, patch, configuration);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.prototype).not.toHaveProperty('team');
  });
});
