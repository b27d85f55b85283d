import { PolicyTarget } from '../resources/metadata';

interface ClaimingPolicy {
  readonly kind: string;
  readonly metadata: { readonly namespace: string };
}

/** Why a policy does not get its target, as reason and message of its Accepted condition. */
export interface Refusal {
  readonly reason: 'TargetNotFound' | 'Conflicted';
  readonly message: string;
}

/** Which targets of one kind of policy are taken: every target belongs to the first policy that asks for it. */
export class PolicyClaims {
  readonly #claimed = new Set<string>();
  readonly #rulesOfRoutes = new Map<string, string[]>();

  /** `sections` are the names a `sectionName` may have: listeners or route rules. Undefined: the target is granted. */
  claim(
    { kind: policyKind, metadata: { namespace } }: ClaimingPolicy,
    { kind, name, sectionName }: PolicyTarget,
    sections: readonly (string | undefined)[],
  ): Refusal | undefined {
    if (sectionName && !sections.includes(sectionName)) {
      return {
        reason: 'TargetNotFound',
        message: `No section name ${sectionName} found for ${kind} ${namespace}/${name}`,
      };
    }
    const claim = `${kind}/${namespace}/${name}/${sectionName ?? ''}`;
    if (this.#claimed.has(claim)) {
      const section = kind === 'Gateway' ? 'Listener' : 'RouteRule';
      const subject = sectionName
        ? `${section} ${name}/${sectionName}`
        : `${kind} ${name}`;
      return {
        reason: 'Conflicted',
        message: `Unable to target ${subject}, another ${policyKind} has already attached to it`,
      };
    }
    this.#claimed.add(claim);
    if (kind === 'HTTPRoute' && sectionName) {
      const route = `${namespace}/${name}`;
      const rules = this.#rulesOfRoutes.get(route) ?? [];
      this.#rulesOfRoutes.set(route, [...rules, sectionName]);
    }
    return undefined;
  }

  /** The rules of an HTTPRoute (`<namespace>/<name>`) that have policies of their own, sorted. */
  claimedRulesOf(route: string): string[] {
    return (this.#rulesOfRoutes.get(route) ?? []).toSorted();
  }
}
