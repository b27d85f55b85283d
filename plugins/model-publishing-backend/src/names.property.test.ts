import fc from 'fast-check';
import {
  clientIdOf,
  clientIdPrefixOf,
  credentialsNameOf,
  objectNameOf,
  publicationIdInName,
  publicationIdOf,
  recordNameOf,
  routeNameOf,
} from './names';

/** Quality 18 asks for a million; FULL=1 does that. */
const MANY = process.env.FULL ? 1_000_000 : 20_000;

const labels = fc.oneof(
  fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/),
  fc.constantFrom('a', 'iris', 'iris-credentials', 'tenant-a', 'a-b', 'a--b'),
  // A name that looks like the end of our own names.
  fc.stringMatching(/^[0-9a-f]{32}$/),
  fc.stringMatching(/^x-[0-9a-f]{32}-credentials$/),
);
const identities = fc.record({
  namespace: labels,
  kind: fc.constantFrom(
    'InferenceService' as const,
    'LLMInferenceService' as const,
  ),
  model: labels,
});
const addresses = fc.record({
  publicHostname: labels,
  externalPath: labels.map(label => `/models/${label}`),
});
const OBJECT_NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

describe('names', () => {
  it('of different models differ, whatever the models are called', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(identities, identity => {
        const key = JSON.stringify(identity);
        const id = publicationIdOf(identity);
        const name = objectNameOf(id, identity.model);
        expect(seen.get(name) ?? key).toBe(key);
        seen.set(name, key);
      }),
      { numRuns: MANY },
    );
  });

  it('are such that Kubernetes takes them, and lead back to the publication', () => {
    fc.assert(
      fc.property(identities, addresses, (identity, address) => {
        const id = publicationIdOf(identity);
        const { model } = identity;
        for (const name of [
          objectNameOf(id, model),
          credentialsNameOf(id, model),
          routeNameOf(id, model, address),
        ]) {
          expect(name).toMatch(OBJECT_NAME);
          expect(name.length).toBeLessThanOrEqual(253);
          expect(publicationIdInName(name)).toBe(id);
        }
        expect(recordNameOf(model)).toMatch(OBJECT_NAME);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of routes differ for different addresses of one publication', () => {
    fc.assert(
      fc.property(identities, addresses, addresses, (identity, a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        const id = publicationIdOf(identity);
        expect(routeNameOf(id, identity.model, a)).not.toBe(
          routeNameOf(id, identity.model, b),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('of clients begin with the prefix of their own publication and of no other', () => {
    const keys = fc.record({
      tenant: labels,
      id: fc.stringMatching(/^[0-9A-Za-z]{17}$/),
    });
    fc.assert(
      fc.property(identities, identities, keys, (one, other, key) => {
        const [oneId, otherId] = [publicationIdOf(one), publicationIdOf(other)];
        const clientId = clientIdOf(oneId, key);
        expect(clientId.startsWith(clientIdPrefixOf(oneId))).toBe(true);
        expect(clientId.startsWith(clientIdPrefixOf(otherId))).toBe(
          oneId === otherId,
        );
        // The tenant part ends at a dot, so no tenant's prefix is another's.
        expect(clientId.split('.')).toEqual([oneId, key.tenant, key.id]);
      }),
      { numRuns: 2_000 },
    );
  });
});
