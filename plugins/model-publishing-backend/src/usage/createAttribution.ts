import { CounterSeries } from '@inference-portal/plugin-model-publishing-node';
import { partsOfClientId, publicationIdOfRoute } from '../names';
import { isUsageRule } from '../rendering/isUsageRule';
import { CountedPublication } from './CountedPublication';

/** Whose counts a series has. */
export interface Attribution {
  publication: CountedPublication;
  /** Of the key that was used; empty where the series does not tell. */
  tenant: string;
  keyId: string;
}

/** undefined: not of a publication that is known, or not usage. */
export type Attribute = (
  series: CounterSeries,
) => Attribution | 'ambiguous' | undefined;

/**
 * Says to which publication the counts of a series belong: by the name of the route or the client id, which hold its id.
 * Tokens of callers without a key are told by the model name alone, which is ambiguous when several answer to it.
 */
export function createAttribution(
  publications: CountedPublication[],
): Attribute {
  const byId = new Map(
    publications.map(publication => [publication.id, publication]),
  );
  const byModelName = new Map<string, CountedPublication[]>();
  for (const publication of publications) {
    const { modelName } = publication;
    if (modelName !== undefined) {
      const others = byModelName.get(modelName) ?? [];
      byModelName.set(modelName, [...others, publication]);
    }
  }

  const ofKey = (clientId: string): Attribution | undefined => {
    const parts = partsOfClientId(clientId);
    const publication = parts && byId.get(parts.publicationId);
    return (
      publication && {
        publication,
        tenant: parts.tenant,
        keyId: parts.keyId,
      }
    );
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
        return called && caller?.publication === called.publication
          ? caller
          : called;
      }
      case 'tokens': {
        if (clientId !== undefined) {
          return ofKey(clientId);
        }
        const [publication, ...others] = byModelName.get(modelName ?? '') ?? [];
        if (others.length > 0) {
          return 'ambiguous';
        }
        return publication && { publication, tenant: '', keyId: '' };
      }
      default:
        return measure satisfies never;
    }
  };
}
