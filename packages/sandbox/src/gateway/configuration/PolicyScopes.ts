import { Condition } from '../status/Condition';

/** A place below a Gateway where a policy of its own is attached. */
export interface ChildScope {
  readonly kind: 'listener' | 'route';
  /** `<namespace>/<name>`, for listeners with `/<listener>`. */
  readonly label: string;
}

const titles = {
  listener: 'these gateway listeners',
  route: 'these routes',
} as const;

function describe(children: readonly ChildScope[]): string {
  return (['listener', 'route'] as const)
    .flatMap(kind => {
      const labels = children
        .filter(child => child.kind === kind)
        .map(({ label }) => label);
      return labels.length
        ? [`${titles[kind]}: [${labels.sort().join(' ')}]`]
        : [];
    })
    .join(' and ');
}

/**
 * Which routes and listeners take precedence over, or merge with, the policies of their Gateway. Envoy Gateway
 * reports this on the Gateway's policy.
 */
export class PolicyScopes {
  readonly #overrides = new Map<string, Map<string, ChildScope>>();
  readonly #merges = new Map<string, Map<string, ChildScope>>();

  /** `parent` is a Gateway (`<namespace>/<name>`) or one of its listeners (`<namespace>/<name>/<listener>`). */
  addOverride(parent: string, child: ChildScope): void {
    this.#add(this.#overrides, parent, child);
  }

  addMerge(parent: string, child: ChildScope): void {
    this.#add(this.#merges, parent, child);
  }

  /** The conditions of the policy of a Gateway, or of one of its listeners, that tell about its children. */
  conditionsOf(
    plural: string,
    gateway: string,
    listener?: string,
  ): Omit<Condition, 'observedGeneration'>[] {
    const report = (type: 'Merged' | 'Overridden', children: string) => ({
      type,
      status: 'True' as const,
      reason: type,
      message: `This policy is being ${type.toLowerCase()} by other ${plural} for ${children}`,
    });
    const scope = listener ? `${gateway}/${listener}` : gateway;
    const merged = describe([...(this.#merges.get(scope)?.values() ?? [])]);
    const overridden = this.#overriddenBy(gateway, listener);
    return [
      ...(merged ? [report('Merged', merged)] : []),
      ...(overridden ? [report('Overridden', overridden)] : []),
    ];
  }

  #overriddenBy(gateway: string, listener?: string): string {
    const scope = listener ? `${gateway}/${listener}` : gateway;
    const merged = this.#merges.get(scope) ?? new Map<string, ChildScope>();
    const related = listener
      ? this.#childrenOf(gateway).filter(({ kind }) => kind === 'route')
      : [...this.#overrides.keys()]
          .filter(key => key.startsWith(`${gateway}/`))
          .flatMap(key => this.#childrenOf(key));
    const children = new Map(
      [...this.#childrenOf(scope), ...related].map(child => [
        child.label,
        child,
      ]),
    );
    return describe(
      [...children.values()].filter(({ label }) => !merged.has(label)),
    );
  }

  #childrenOf(scope: string): ChildScope[] {
    return [...(this.#overrides.get(scope)?.values() ?? [])];
  }

  #add(
    scopes: Map<string, Map<string, ChildScope>>,
    parent: string,
    child: ChildScope,
  ): void {
    const children = scopes.get(parent) ?? new Map<string, ChildScope>();
    scopes.set(parent, children.set(child.label, child));
  }
}
