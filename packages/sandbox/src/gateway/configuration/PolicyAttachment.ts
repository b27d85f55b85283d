import { WithSource } from '../objectReader';
import { Gateway } from '../resources/Gateway';
import { keyOf, PolicyTarget } from '../resources/metadata';
import { conditionMessage } from '../status/Condition';
import {
  GatewayReference,
  ObjectStatus,
  PolicyStatus,
  referenceTo,
} from '../status/PolicyStatus';
import { AttachedRoute } from './attachRoutes';
import { RouteDraft } from './GatewayConfiguration';
import { PolicyClaims } from './PolicyClaims';
import { policyOfListener } from './policyOfListener';
import { PolicyScopes } from './PolicyScopes';

/** What policies of both kinds have in common. */
export type AttachablePolicy = WithSource<{
  kind: string;
  metadata: { name: string; namespace: string; generation: number };
  spec: { targetRefs: PolicyTarget[]; mergeType?: string };
}>;

/** A policy's meaning for a route; with a problem its routes answer 500. */
export interface Translation<Features> {
  readonly features?: Features;
  readonly problem?: string;
}

/** How one kind of policy is read and put onto routes. */
export interface PolicyBehaviour<Policy, Features> {
  /** The plural of Envoy Gateway's messages. */
  readonly plural: string;
  /** With a parent, the policy's own fields are merged into the parent's. */
  translate(policy: Policy, parent?: Policy): Translation<Features>;
  /** Leaves a draft alone that a more specific policy has already decided. */
  apply(draft: RouteDraft, translation: Translation<Features>): void;
}

/** What policies can attach to. */
export interface AttachmentTargets {
  readonly gateways: readonly Gateway[];
  readonly routes: readonly AttachedRoute[];
  readonly drafts: readonly RouteDraft[];
}

/**
 * Attaches all policies of one kind, the most specific first: route rules, routes, listeners, Gateways.
 *
 * Of two policies on one target the older wins. A policy with `mergeType` is merged, per listener, with the policy
 * of that listener or else of its Gateway (behaviour of Envoy Gateway 1.9, stack-proof 2.4 and 8).
 */
export class PolicyAttachment<Policy extends AttachablePolicy, Features> {
  readonly #scopes = new PolicyScopes();
  readonly #claims = new PolicyClaims();
  readonly #statuses = new Map<Policy, PolicyStatus>();
  readonly #routes: ReadonlyMap<string, AttachedRoute>;
  readonly #gatewayPolicies: readonly Policy[];
  readonly #draftsOfRoute = new Map<string, RouteDraft[]>();

  constructor(
    private readonly behaviour: PolicyBehaviour<Policy, Features>,
    private readonly policies: readonly Policy[],
    private readonly targets: AttachmentTargets,
  ) {
    this.#routes = new Map(
      targets.routes.map(attached => [keyOf(attached.route), attached]),
    );
    this.#gatewayPolicies = policies.filter(({ spec }) =>
      spec.targetRefs.some(({ kind }) => kind === 'Gateway'),
    );
    for (const draft of targets.drafts) {
      const drafts = this.#draftsOfRoute.get(draft.routeKey) ?? [];
      drafts.push(draft);
      this.#draftsOfRoute.set(draft.routeKey, drafts);
    }
  }

  attachAll(): ObjectStatus[] {
    this.#forEachTarget('HTTPRoute', true, this.#attachToRoute);
    this.#forEachTarget('HTTPRoute', false, this.#attachToRoute);
    this.#forEachTarget('Gateway', true, this.#attachToGateway);
    this.#forEachTarget('Gateway', false, this.#attachToGateway);
    return [...this.#statuses.values()].flatMap(
      status => status.toObjectStatus() ?? [],
    );
  }

  #forEachTarget(
    kind: string,
    section: boolean,
    attach: (policy: Policy, target: PolicyTarget) => void,
  ): void {
    for (const policy of this.policies) {
      for (const target of policy.spec.targetRefs) {
        if (target.kind === kind && Boolean(target.sectionName) === section) {
          attach.call(this, policy, target);
        }
      }
    }
  }

  #statusOf(policy: Policy): PolicyStatus {
    const status = this.#statuses.get(policy) ?? new PolicyStatus(policy);
    this.#statuses.set(policy, status);
    return status;
  }

  #attachToRoute(policy: Policy, target: PolicyTarget): void {
    const key = `${policy.metadata.namespace}/${target.name}`;
    const attached = this.#routes.get(key);
    if (!attached) {
      return;
    }
    const status = this.#statusOf(policy);
    const child = { kind: 'route', label: key } as const;
    const ancestors = attached.parents.map(({ gateway, reference }) => {
      const parent = keyOf(gateway);
      this.#scopes.addOverride(
        reference.sectionName ? `${parent}/${reference.sectionName}` : parent,
        child,
      );
      return referenceTo(gateway.metadata, reference.sectionName);
    });
    const rules = attached.route.spec.rules.map(({ name }) => name);
    const refusal = this.#claims.claim(policy, target, rules);
    if (refusal) {
      ancestors.forEach(ancestor =>
        status.refuse(ancestor, refusal.reason, refusal.message),
      );
      return;
    }
    const drafts = (this.#draftsOfRoute.get(key) ?? []).filter(
      ({ ruleName }) => (target.sectionName ?? ruleName) === ruleName,
    );
    if (policy.spec.mergeType) {
      this.#mergeIntoListeners(policy, attached, drafts, status);
    } else {
      const translation = this.behaviour.translate(policy);
      drafts.forEach(draft => this.behaviour.apply(draft, translation));
      ancestors.forEach(ancestor =>
        this.#refuseProblem(status, ancestor, translation),
      );
    }
    ancestors.forEach(ancestor => status.accept(ancestor));
    if (!target.sectionName) {
      this.#reportOverridingRules(status, ancestors, key);
    }
  }

  #mergeIntoListeners(
    policy: Policy,
    { route, parents }: AttachedRoute,
    drafts: readonly RouteDraft[],
    status: PolicyStatus,
  ): void {
    for (const { gateway, listeners } of parents) {
      for (const listener of listeners) {
        const scope = `${keyOf(gateway)}/${listener.name}`;
        const ancestor = referenceTo(gateway.metadata, listener.name);
        const parent = policyOfListener(
          this.#gatewayPolicies,
          gateway,
          listener.name,
        );
        const translation = this.behaviour.translate(policy, parent?.policy);
        drafts
          .filter(draft => draft.listener === scope)
          .forEach(draft => this.behaviour.apply(draft, translation));
        this.#refuseProblem(status, ancestor, translation);
        if (parent && !translation.problem) {
          this.#scopes.addMerge(parent.scope, {
            kind: 'route',
            label: keyOf(route),
          });
          status.set(ancestor, {
            type: 'Merged',
            status: 'True',
            reason: 'Merged',
            message: `Merged with policy ${keyOf(parent.policy)}`,
          });
        }
      }
    }
  }

  #attachToGateway(policy: Policy, target: PolicyTarget): void {
    const key = `${policy.metadata.namespace}/${target.name}`;
    const gateway = this.targets.gateways.find(gw => keyOf(gw) === key);
    if (!gateway) {
      return;
    }
    const { sectionName } = target;
    const status = this.#statusOf(policy);
    const ancestor = referenceTo(gateway.metadata, sectionName);
    const listeners = gateway.spec.listeners.map(({ name }) => name);
    const refusal = this.#claims.claim(policy, target, listeners);
    if (refusal) {
      status.refuse(ancestor, refusal.reason, refusal.message);
      return;
    }
    if (sectionName) {
      const label = `${key}/${sectionName}`;
      this.#scopes.addOverride(key, { kind: 'listener', label });
    }
    const translation = this.behaviour.translate(policy);
    const affected = sectionName
      ? [`${key}/${sectionName}`]
      : listeners.map(name => `${key}/${name}`);
    this.targets.drafts
      .filter(draft => affected.includes(draft.listener))
      .forEach(draft => this.behaviour.apply(draft, translation));
    this.#refuseProblem(status, ancestor, translation);
    status.accept(ancestor);
    this.#scopes
      .conditionsOf(this.behaviour.plural, key, sectionName)
      .forEach(condition => status.set(ancestor, condition));
  }

  #refuseProblem(
    status: PolicyStatus,
    ancestor: GatewayReference,
    { problem }: Translation<Features>,
  ): void {
    if (problem) {
      status.refuse(ancestor, 'Invalid', conditionMessage(problem));
    }
  }

  #reportOverridingRules(
    status: PolicyStatus,
    ancestors: readonly GatewayReference[],
    route: string,
  ): void {
    const rules = this.#claims.claimedRulesOf(route);
    if (rules.length) {
      ancestors.forEach(ancestor =>
        status.set(ancestor, {
          type: 'Overridden',
          status: 'True',
          reason: 'Overridden',
          message: `This policy is being overridden by other ${
            this.behaviour.plural
          } for these route rules: [${rules.join(' ')}]`,
        }),
      );
    }
  }
}
