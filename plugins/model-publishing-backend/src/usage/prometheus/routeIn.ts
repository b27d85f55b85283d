import { CounterSeries } from '@inference-portal/plugin-model-publishing-node';

/** Envoy Gateway's name of a rule of an HTTPRoute: of Envoy's cluster, and the beginning of that of Envoy's route. */
const RULE = /^httproute\/([^/]+)\/([^/]+)\/rule\/(\d+)(\/|$)/;

/** The rule that a name of Envoy is about; undefined for names of anything else. */
export function routeIn(name: string | undefined): CounterSeries['route'] {
  const [, namespace, route, rule] = RULE.exec(name ?? '') ?? [];
  return namespace && route
    ? { namespace, name: route, rule: Number(rule) }
    : undefined;
}
