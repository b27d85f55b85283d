import { Limits } from '@inference-portal/plugin-model-publishing-common';
import { ClusterSettings } from './clusterSettings';
import { PrometheusSettings } from './prometheusSchema';
import { UsageSettings } from './usageSchema';

/**
 * A hostname, or all names below one (`*.example.org`), that a Gateway gets a listener of ours for while something is
 * published there.
 */
export interface CustomHostname {
  hostname: string;
  /** Who may use it; undefined: all tenants. */
  tenants: string[] | undefined;
  /** Of the listener and of public addresses. */
  port: number;
  /** undefined: plain HTTP. */
  certificate:
    | {
        /** Name of the Secret in the gateway's namespace. */
        secret: string;
        /** Of cert-manager, which makes the Secret; undefined: the Secret is the platform's. */
        issuer: { kind: 'ClusterIssuer' | 'Issuer'; name: string } | undefined;
      }
    | undefined;
  /** Where this backend itself reaches the listener; undefined: see `publicAddressOf`. */
  probeUrl: string | undefined;
}

/** A Gateway API `Gateway` that is dedicated to published models. */
export interface GatewayConfig {
  name: string;
  cluster: string;
  /** Namespace of the Gateway and of everything rendered for it; tenants have no rights there. */
  namespace: string;
  gateway: string;
  /** Listener names; empty means all listeners. */
  listeners: string[];
  baseUrl: { scheme: 'http' | 'https'; port: number };
  hostnames: {
    default: string;
    allowed: string[];
    /** Further hostnames of single tenants, by tenant id. */
    perTenant: Record<string, string[]>;
    /**
     * Where OpenAI-compatible models without keys are published, and none with keys: the check of keys is one for all
     * of them on a hostname.
     */
    anonymous: string[];
    /** With listeners of our own. */
    custom: CustomHostname[];
  };
  keyMode: 'gateway';
  capabilities: {
    /** `detect`: the gateway itself is asked. */
    globalRateLimit: boolean | 'detect';
    /** Whether its metrics of OpenAI-compatible models say which key was used, and with it which publication. */
    clientIdMetrics: boolean;
  };
  /** Largest request body on OpenAI routes, as a Kubernetes quantity. */
  bufferLimit: string;
  /** The most bytes that Envoy Gateway may hand to the AI Gateway in one message (see `messageSizeOf`). */
  extensionMessageSize: number;
  /** Where this backend itself reaches the gateway; undefined: the public address. */
  probeUrl: string | undefined;
}

export interface TenantConfig {
  cluster: string;
  /** The tenant's namespace, which is its id. */
  namespace: string;
  /** Refs of the Groups and Users that own the tenant, in full form. */
  owners: string[];
}

export interface ServiceConfig {
  /** Subject of a service principal, such as `external:ci`. */
  subject: string;
  owners: string[];
}

export interface TenancyConfig {
  /** `token`: a user's Groups count only as far as the sign-in token names them too. */
  membership: 'catalog' | 'token';
  /** Locations whose Groups may name their tenants; see `isTrustedLocation`. None: no Group may. */
  groupAnnotation: { trustedLocations: string[] };
}

/** Everything under `modelPublishing:`, parsed, with defaults. */
export interface ModelPublishingConfig {
  /** Marks this installation's objects; others' are neither repaired nor pruned. */
  instanceId: string;
  /** The first gateway is the default one. */
  gateways: [GatewayConfig, ...GatewayConfig[]];
  tenants: TenantConfig[];
  admins: string[];
  services: ServiceConfig[];
  tenancy: TenancyConfig;
  clusters: {
    /** The cluster that is meant where none is named. */
    default: string;
    /** All that the configuration names. */
    known: string[];
  };
  /** Of the clusters that have some, by name; see `clusterSettingsOf`. */
  clusterSettings: Map<string, ClusterSettings>;
  /** Of the clusters whose usage is counted, by name. */
  prometheus: Map<string, PrometheusSettings>;
  limits: {
    defaults: Limits;
    maxima: Limits;
    /** Whether gateways without a rate limit service may keep limits per minute and hour by local counters. */
    approximate: boolean;
  };
  keys: {
    prefix: string;
    /** Whether the owners of a key may see it again (`gateway` mode). */
    reveal: 'owners' | 'never';
    /** Longest life that a key may be given, such as `365d`; undefined: keys need not end. */
    maxExpiry?: string;
    /** Grace periods of replaced keys, as in `graceSchema`. */
    grace: { default: string; maximum: string };
  };
  authentication: {
    /** Whether tenants may publish models that everybody can call. */
    allowAnonymous: boolean;
  };
  openai: {
    /** `host`: `GET /v1/models` shows the names of all models of a hostname to everybody with a key there. */
    listModels: 'closed' | 'host';
    /** Whether a model's server is asked what it speaks where its objects do not tell. */
    liveProbe: boolean;
  };
  timeouts: { traditionalSeconds: number; openaiSeconds: number };
  usage: UsageSettings;
}
