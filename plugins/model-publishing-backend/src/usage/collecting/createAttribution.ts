import { CounterSeries } from '@inference-portal/plugin-model-publishing-node';
import { partsOfClientId, publicationIdOfRoute } from '../../names';
import { isUsageRule } from '../../rendering/isUsageRule';
import { CountedPublication } from './CountedPublication';

/** Whose counts a series has. */
export interface Attribution {
  publication: CountedPublication;
  /** Of the key that was used; empty where the series does not tell. */
  tenant: string;
  keyId: string;
}

/**
 * nobody: it counts what is nobody's now, and may count for somebody one day. undefined: it counts no usage, or
 * for nobody who is known.
 */
export type Attribute = (
  series: CounterSeries,
) => Attribution | 'nobody' | undefined;

/**
 * Says to which publication the counts of a series belong: by the name of the route or the client id, which hold its id.
 * Tokens of callers without a key are told by the model name alone, and are nobody's when several answer to it.
 */
export function createAttribution(
  publications: CountedPublication[],
): Attribute {
  const byId = new Map(
    publications.map(publication => [publication.id, publication]),
  );
  const byModelName = new Map<string, CountedPublication[]>();
  for (const publication of publications) {
    const { modelName, countsByName } = publication;
    if (modelName !== undefined && countsByName) {
      const others = byModelName.get(modelName) ?? [];
      byModelName.set(modelName, [...others, publication]);
    }
  }

  const ofKey = (clientId: string): Attribution | undefined => {
    const parts = partsOfClientId(clientId);
    const publication = byId.get(parts?.publicationId ?? '');
    // The AI Gateway goes on telling of keys of earlier publications of a model, whose id is the same.
    return parts && publication?.hasKey(parts.keyId)
      ? { publication, tenant: parts.tenant, keyId: parts.keyId }
      : undefined;
  };
  const ofRoute = ({ route }: CounterSeries): Attribution | undefined => {
    const id = route && publicationIdOfRoute(route.name);
    const publication = id === undefined ? undefined : byId.get(id);
    return publication &&
      route &&
      isUsageRule(publication.modelType, route.rule)
      ? { publication, tenant: '', keyId: '' }
      : undefined;
  };

  return series => {
    const { measure, clientId, modelName } = series;
    switch (measure) {
      case 'requests':
      case 'responses':
      case 'rate-limited':
        return ofRoute(series);
      case 'calls': {
        const called = ofRoute(series);
        const caller = clientId === undefined ? undefined : ofKey(clientId);
        // A key of another model is refused; what it tried is that model's business.
        return caller && caller.publication === called?.publication
          ? caller
          : called ?? 'nobody';
      }
      case 'tokens': {
        if (clientId !== undefined) {
          return ofKey(clientId);
        }
        const [publication, ...others] = byModelName.get(modelName ?? '') ?? [];
        return publication && others.length === 0
          ? { publication, tenant: '', keyId: '' }
          : 'nobody';
      }
      default:
        return measure satisfies never;
    }
  };
}
