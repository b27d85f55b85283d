/** A Kubernetes condition without its transition time, which the writer adds. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False';
  readonly reason: string;
  readonly message: string;
  readonly observedGeneration: number;
}

/** What the controller calls itself in every status it writes. */
export const controllerName = 'gateway.envoyproxy.io/gatewayclass-controller';

/** An error as Envoy Gateway words it in a condition: a capital at the start, a full stop at the end. */
export function conditionMessage(error: string): string {
  const sentence = error.charAt(0).toUpperCase() + error.slice(1);
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** Adds a condition or replaces the one of the same type in place. */
export function setCondition(conditions: Condition[], condition: Condition) {
  const index = conditions.findIndex(({ type }) => type === condition.type);
  if (index < 0) {
    conditions.push(condition);
  } else {
    conditions[index] = condition;
  }
}
