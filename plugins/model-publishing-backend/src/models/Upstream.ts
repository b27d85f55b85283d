/** Where a model answers inside its cluster, from observed objects, never from `status.url`. */
export interface Upstream {
  /** DNS name of the model's Service. */
  hostname: string;
  port: number;
  /** Host header that the model server's mesh routes by (Knative mode); undefined: unchanged. */
  hostHeader: string | undefined;
  /** Name under which the model server knows the model. */
  servedName: string;
  /** Inference protocol of the metadata address. */
  protocol: 'v1' | 'v2';
  /** What the paths of an OpenAI-compatible model server begin with. */
  openaiPrefix: 'v1' | 'openai/v1';
}
