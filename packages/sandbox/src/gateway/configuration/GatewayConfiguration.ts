import { LimitUnit } from '../resources/BackendTrafficPolicy';
import {
  HeaderModifier,
  PathRewrite,
  RouteMatch,
} from '../resources/HttpRoute';
import { Authorization } from '../resources/SecurityPolicy';

/** Where a request goes; several addresses are used in turn. */
export interface UpstreamAddress {
  readonly hostname: string;
  readonly port: number;
}

export interface ApiKeyFeature {
  /** API key -> client id. */
  readonly clients: Readonly<Record<string, string>>;
  readonly extractFrom: readonly {
    readonly headers: readonly string[];
    readonly params: readonly string[];
  }[];
  readonly forwardClientIdHeader?: string;
  readonly sanitize: boolean;
}

export interface SecurityFeatures {
  readonly apiKeyAuth?: ApiKeyFeature;
  readonly authorization?: Authorization;
}

export interface HeaderSelector {
  readonly name: string;
  readonly kind: 'Exact' | 'RegularExpression' | 'Distinct';
  readonly value: string;
  readonly invert: boolean;
}

export interface PathSelector {
  readonly kind: 'Exact' | 'PathPrefix' | 'RegularExpression';
  readonly value: string;
  readonly invert: boolean;
}

/** One limit; `name` is unique per policy and rule, and stays when the limit changes. */
export interface LimitRule {
  readonly name: string;
  readonly headers: readonly HeaderSelector[];
  readonly methods: readonly {
    readonly value: string;
    readonly invert: boolean;
  }[];
  readonly path?: PathSelector;
  readonly requests: number;
  readonly unit: LimitUnit;
  readonly shared: boolean;
}

export interface LocalLimits {
  /** The bucket of requests that no rule matches; absent: unlimited. */
  readonly fallback?: { readonly requests: number; readonly unit: LimitUnit };
  readonly rules: readonly LimitRule[];
}

export interface TrafficFeatures {
  readonly local?: LocalLimits;
  readonly global?: readonly LimitRule[];
}

/** One match of one rule of one HTTPRoute for one hostname on one listener: the unit that Envoy routes by. */
export interface ConfiguredRoute {
  /** Unique on its listener; the name of the counters of unshared limits. */
  readonly name: string;
  /** `<namespace>/<name>` of the HTTPRoute. */
  readonly routeKey: string;
  readonly ruleName?: string;
  /** `<namespace>/<gateway>/<listener>`. */
  readonly listener: string;
  readonly hostname: string;
  readonly match: RouteMatch;
  readonly hostnameRewrite?: string;
  readonly pathRewrite?: PathRewrite;
  readonly headerModifiers: readonly HeaderModifier[];
  readonly timeoutMs?: number;
  readonly upstreams: readonly UpstreamAddress[];
  /** Answer with this status instead of forwarding: something about the route is invalid. */
  readonly directResponse?: number;
  readonly security?: SecurityFeatures;
  readonly traffic?: TrafficFeatures;
}

/** What the data plane obeys: one snapshot, replaced as a whole. */
export interface GatewayConfiguration {
  /** In order of precedence. */
  readonly routes: readonly ConfiguredRoute[];
  /** Listener -> headers removed before anything else looks at the request. */
  readonly earlyRemovedHeaders: Readonly<Record<string, readonly string[]>>;
}

/** A route while policies are being attached to it. */
export type RouteDraft = {
  -readonly [Field in keyof ConfiguredRoute]: ConfiguredRoute[Field];
};
