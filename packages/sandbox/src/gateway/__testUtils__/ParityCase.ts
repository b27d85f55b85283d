import { KubernetesObject } from '@kubernetes/client-node';

/** An object of any kind with its fields. */
export type ParityObject = KubernetesObject & Record<string, unknown>;

/** Names of one case, unlike those of any other case or run. */
export interface ParityNames {
  /** Prefix of every object. */
  readonly prefix: string;
  readonly host: string;
  readonly namespace: string;
  /** The Gateway under test. */
  readonly gateway: string;
}

/** A text that must be equal, a pattern, or null: must be absent. */
export type Expected = string | RegExp | null;

/** One request and what both gateways answer. */
export interface ParityExchange {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Instead of the case's own hostname. */
  readonly host?: string;
  readonly status: number;
  readonly answer?: string | RegExp;
  readonly answerHeaders?: Readonly<Record<string, Expected>>;
  /** Headers as the model received them. */
  readonly received?: Readonly<Record<string, Expected>>;
  /** What the model got; not looked at on a stack that does not tell (PARITY_MODELS_URL). */
  readonly atModel?: ModelView;
  /** The client leaves after the first part of the answer. */
  readonly abort?: boolean;
  /** Asked again until it is answered so: the AI Gateway's processor learns of a model with delay. */
  readonly awaited?: boolean;
}

/** A request as a model saw it. */
export interface ModelView {
  /** `<namespace>/<name>`. */
  readonly model: string;
  readonly path: string;
  readonly body: string | RegExp;
}

/** Fields that an object must have at least; null: there must be no such object. */
export interface ExpectedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>> | null;
}

/** A condition as `<type>=<status> <reason>`, and its message where it matters. */
export interface ExpectedCondition {
  readonly kind: string;
  readonly name: string;
  /** Name of the listener the conditions are for; absent: the entry without one. */
  readonly sectionName?: string;
  /** Exactly these conditions, in any order; null: the object has no status at all. */
  readonly conditions: Readonly<
    Partial<Record<string, string | RegExp>>
  > | null;
}

/** Objects to write, then conditions and answers to expect. */
export interface ParityPhase {
  readonly apply?: (names: ParityNames) => ParityObject[];
  readonly remove?: (names: ParityNames) => ParityObject[];
  readonly conditions?: (names: ParityNames) => ExpectedCondition[];
  readonly objects?: (names: ParityNames) => ExpectedObject[];
  readonly exchanges?:
    | readonly ParityExchange[]
    | ((names: ParityNames) => readonly ParityExchange[]);
}

/** One row of the table: what is written to a cluster and how its gateway behaves then. */
export interface ParityCase {
  readonly name: string;
  readonly phases: readonly ParityPhase[];
}
