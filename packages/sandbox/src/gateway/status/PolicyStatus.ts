import { Condition, controllerName, setCondition } from './Condition';

/** A reference to a Gateway (or one of its listeners) in a status. */
export interface GatewayReference {
  readonly group: 'gateway.networking.k8s.io';
  readonly kind: 'Gateway';
  readonly name: string;
  readonly namespace?: string;
  readonly sectionName?: string;
}

/** The reference to a Gateway, or to one of its listeners. */
export function referenceTo(
  gateway: { namespace: string; name: string },
  sectionName?: string,
): GatewayReference {
  return {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    name: gateway.name,
    namespace: gateway.namespace,
    ...(sectionName ? { sectionName } : {}),
  };
}

interface ReportedObject {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly generation: number;
  };
}

/** The new status of one object. */
export interface ObjectStatus {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly status: Readonly<Record<string, unknown>>;
}

type ConditionDetails = Omit<Condition, 'observedGeneration'>;

interface Entry {
  readonly reference: GatewayReference;
  readonly conditions: Condition[];
}

/** The conditions of one policy, one list per ancestor. */
export class PolicyStatus {
  readonly #entries: Entry[] = [];

  constructor(private readonly policy: ReportedObject) {}

  set(ancestor: GatewayReference, details: ConditionDetails): void {
    setCondition(this.#conditionsOf(ancestor), {
      ...details,
      observedGeneration: this.policy.metadata.generation,
    });
  }

  refuse(ancestor: GatewayReference, reason: string, message: string): void {
    this.set(ancestor, { type: 'Accepted', status: 'False', reason, message });
  }

  /** Accepts unless the policy was refused for this ancestor. */
  accept(ancestor: GatewayReference): void {
    const decided = this.#conditionsOf(ancestor).some(
      ({ type }) => type === 'Accepted',
    );
    if (!decided) {
      this.set(ancestor, {
        type: 'Accepted',
        status: 'True',
        reason: 'Accepted',
        message: 'Policy has been accepted.',
      });
    }
  }

  /** Undefined when no target exists: then Envoy Gateway leaves the status as it is. */
  toObjectStatus(): ObjectStatus | undefined {
    if (this.#entries.length === 0) {
      return undefined;
    }
    return {
      kind: this.policy.kind,
      namespace: this.policy.metadata.namespace,
      name: this.policy.metadata.name,
      status: {
        ancestors: this.#entries.map(({ reference, conditions }) => ({
          ancestorRef: reference,
          controllerName,
          conditions,
        })),
      },
    };
  }

  #conditionsOf(ancestor: GatewayReference): Condition[] {
    const known = this.#entries.find(
      ({ reference }) =>
        reference.namespace === ancestor.namespace &&
        reference.name === ancestor.name &&
        reference.sectionName === ancestor.sectionName,
    );
    if (known) {
      return known.conditions;
    }
    const conditions: Condition[] = [];
    this.#entries.push({ reference: ancestor, conditions });
    return conditions;
  }
}
