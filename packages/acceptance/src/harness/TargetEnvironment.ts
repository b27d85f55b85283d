import https from 'node:https';
import { z } from 'zod';
import { TargetDescription } from './TargetDescription';

/** One of `modelPublishing.gateways`. */
export const gatewayConfigSchema = z.looseObject({
  namespace: z.string(),
  gateway: z.string(),
  hostnames: z.looseObject({
    default: z.string(),
    allowed: z.array(z.string()).min(1),
  }),
});
export type GatewayConfig = z.infer<typeof gatewayConfigSchema>;

/** Where the backend reaches what it depends on. */
export interface BackendUrls {
  kubernetes: string;
  /** Undefined on targets without one. */
  prometheus: string | undefined;
}

/** A system to test, before the backend has been started on it. */
export interface TargetEnvironment {
  description: Pick<
    TargetDescription,
    | 'kind'
    | 'gatewayUrl'
    | 'prometheusUrl'
    | 'countsAccessLogs'
    | 'gateway'
    | 'hostnames'
    | 'instanceId'
    | 'testHostnames'
    | 'tls'
    | 'hasGlobalRateLimit'
    | 'hasAiGateway'
    | 'hasExtraModels'
  >;
  /** The API server, and how an administrator reaches it. */
  cluster: { url: URL; admin: https.RequestOptions };
  /** TLS settings with which the backend's requests are passed on; its token is its own. */
  transport: https.RequestOptions;
  /** Configuration files of the backend. */
  configs: string[];
  /** The gateway, as it is configured in the portal. */
  gatewayConfig: GatewayConfig;
  /** Environment of the backend that is to reach servers at these addresses. */
  backendEnv: (urls: BackendUrls) => Record<string, string>;
  /** Takes the gateway's counts away as a restart of it does; undefined: nobody can. */
  restartGateway?: () => Promise<void>;
  stop: () => Promise<void>;
}

export const INSTANCE_ID = 'acceptance';
