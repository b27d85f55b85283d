import {
  FoundModel,
  Planned,
  Publication,
} from '@inference-portal/plugin-model-publishing-common';
import { aFreshness, aModel, aPublication } from './builders';

/** tenant-a's model "iris" as it is read by itself. */
export function aFoundModel(overrides: Partial<FoundModel> = {}): FoundModel {
  const model = aModel(overrides);
  return {
    ...model,
    deploymentMode: 'Standard',
    protocol: 'v1',
    entryPoint: 'predictor',
    servedName: model.name,
    freshness: aFreshness(),
    ...overrides,
  };
}

/** The answer to a dry run of publishing. */
export function aPlanned(
  overrides: Partial<Publication> = {},
  parts: Partial<Pick<Planned, 'warnings' | 'manifests'>> = {},
): Planned {
  const {
    phase: _phase,
    conditions: _conditions,
    ...publication
  } = aPublication(overrides);
  return {
    dryRun: true,
    modelTypeRule: 'the model format sklearn is not served that way',
    publication,
    warnings: [],
    manifests: [
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'published-model-iris' },
        spec: { hostnames: ['models.example.org'] },
      },
    ],
    ...parts,
  };
}
