import { z } from 'zod';
import { objectMetadata } from './metadata';

const parentReference = z.object({
  group: z.string().default('gateway.networking.k8s.io'),
  kind: z.string().default('Gateway'),
  name: z.string(),
  namespace: z.string().optional(),
  sectionName: z.string().optional(),
  port: z.number().optional(),
});

const headerMatch = z.object({
  type: z.enum(['Exact', 'RegularExpression']).default('Exact'),
  name: z.string(),
  value: z.string(),
});

const routeMatch = z.object({
  path: z
    .object({
      type: z
        .enum(['Exact', 'PathPrefix', 'RegularExpression'])
        .default('PathPrefix'),
      value: z.string().default('/'),
    })
    .default({ type: 'PathPrefix', value: '/' }),
  method: z.string().optional(),
  headers: z.array(headerMatch).default([]),
});

const headerValue = z.object({ name: z.string(), value: z.string() });

const headerModifier = z.object({
  set: z.array(headerValue).default([]),
  add: z.array(headerValue).default([]),
  remove: z.array(z.string()).default([]),
});

const pathRewrite = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('ReplaceFullPath'),
    replaceFullPath: z.string(),
  }),
  z.object({
    type: z.literal('ReplacePrefixMatch'),
    replacePrefixMatch: z.string(),
  }),
]);

const routeFilter = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('URLRewrite'),
    urlRewrite: z.object({
      hostname: z.string().optional(),
      path: pathRewrite.optional(),
    }),
  }),
  z.object({
    type: z.literal('RequestHeaderModifier'),
    requestHeaderModifier: headerModifier,
  }),
  z.object({
    type: z.literal('ExtensionRef'),
    extensionRef: z.object({ kind: z.string(), name: z.string() }),
  }),
]);

const backendReference = z.object({
  group: z.string().default(''),
  kind: z.string().default('Service'),
  name: z.string(),
  namespace: z.string().optional(),
  weight: z.number().default(1),
});

const routeRule = z.object({
  name: z.string().optional(),
  matches: z.array(routeMatch).default([]),
  filters: z.array(routeFilter).default([]),
  backendRefs: z.array(backendReference).default([]),
  timeouts: z.object({ request: z.string().optional() }).optional(),
});

export const httpRouteSchema = z.object({
  kind: z.literal('HTTPRoute'),
  metadata: objectMetadata,
  spec: z.object({
    parentRefs: z.array(parentReference).default([]),
    hostnames: z.array(z.string()).default([]),
    rules: z.array(routeRule).default([]),
  }),
});

/** gateway.networking.k8s.io/v1 HTTPRoute, as far as the sandbox obeys it. */
export type HttpRoute = z.infer<typeof httpRouteSchema>;
export type ParentReference = z.infer<typeof parentReference>;
export type RouteRule = z.infer<typeof routeRule>;
export type RouteMatch = z.infer<typeof routeMatch>;
export type HeaderMatch = z.infer<typeof headerMatch>;
export type HeaderModifier = z.infer<typeof headerModifier>;
export type PathRewrite = z.infer<typeof pathRewrite>;
