import { z } from 'zod';

/** What tests know of the system that they test. */
export const targetDescriptionSchema = z.object({
  kind: z.enum(['sandbox', 'cluster']),
  /** Base URL of the portal's backend. */
  portalUrl: z.url(),
  /** Where the gateway listens; hostnames go by Host header. */
  gatewayUrl: z.url(),
  /** The Kubernetes API, with the rights of an administrator. */
  kubernetesUrl: z.url(),
  /** Base URL of the Prometheus with the counts of the gateway, whatever the backend sees of it. */
  prometheusUrl: z
    .url()
    .optional()
    .describe('undefined: nothing keeps counts of the gateway'),
  countsAccessLogs: z
    .boolean()
    .describe(
      'Whether that Prometheus has requests by key, from the access log',
    ),
  /** Whether tests may take the gateway's counts away as a restart of it does. */
  mayRestartGateway: z.boolean(),
  /** Starts and kills the backend, see ControlServer. */
  controlUrl: z.url(),
  instanceId: z.string(),
  gateway: z.object({ namespace: z.string(), name: z.string() }),
  hostnames: z
    .array(z.string())
    .min(1)
    .describe('Hostnames that tenants may publish on, the default one first'),
  testHostnames: z.object({
    wildcard: z.string().describe('For all tenants, on the usual listeners'),
    ofTenantB: z.string().describe('For tenant-b alone, likewise'),
    plain: z.string().describe('For all, with a listener of its own, by HTTP'),
  }),
  tls: z
    .object({
      url: z.url().describe('Where listeners with TLS can be reached'),
      hostname: z.string().describe('For all, with a listener of its own'),
      secret: z.string().describe('Name of the Secret of its certificate'),
      ofTenantA: z.string().describe('A wildcard for tenant-a alone, likewise'),
      secretOfTenantA: z.string(),
      certificateFile: z.string().describe('For both, trusted by the portal'),
      keyFile: z.string(),
    })
    .optional()
    .describe('undefined: the target has no listeners with TLS'),
  hasGlobalRateLimit: z.boolean(),
  hasAiGateway: z
    .boolean()
    .describe('Whether OpenAI-compatible models can be published'),
  hasExtraModels: z
    .boolean()
    .describe(
      'Whether there are a third tenant with the model chat3, which knows the Responses API, and the LLMInferenceService llm',
    ),
});
export type TargetDescription = z.infer<typeof targetDescriptionSchema>;

/** Carries the description from Jest's global set-up to the tests. */
export const TARGET_VARIABLE = 'ACCEPTANCE_TARGET_DESCRIPTION';

/** Carries the browser's path from the global set-up of the journeys to the journeys. */
export const BROWSER_VARIABLE = 'ACCEPTANCE_BROWSER';

/** Where OpenAI-compatible models need no key, while the platform lets models be public. */
export const PUBLIC_HOSTNAME = 'public.example.test';
