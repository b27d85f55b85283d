import {
  AcceptedConfiguration,
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
