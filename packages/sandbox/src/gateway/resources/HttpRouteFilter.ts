import { z } from 'zod';
import { objectMetadata } from './metadata';

export const httpRouteFilterSchema = z.object({
  kind: z.literal('HTTPRouteFilter'),
  metadata: objectMetadata,
  spec: z.object({
    urlRewrite: z
      .object({ hostname: z.object({ type: z.string() }).optional() })
      .optional(),
    directResponse: z
      .object({
        statusCode: z.number().default(200),
        contentType: z.string().optional(),
        body: z.object({ inline: z.string().optional() }).optional(),
      })
      .optional(),
  }),
});

/** gateway.envoyproxy.io/v1alpha1 HTTPRouteFilter: answers of the gateway itself, and the host of a backend. */
export type HttpRouteFilter = z.infer<typeof httpRouteFilterSchema>;
