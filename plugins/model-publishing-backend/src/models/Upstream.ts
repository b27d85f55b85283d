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

/** A traditional model's name becomes a part of a path: nothing in it may end the segment or be read in two ways. */
const PATH_SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,252}$/;

/** A name that is a value in a body only, such as `meta-llama/Llama-3.1-8B`. */
const PLAIN_NAME = /^[\x21-\x7e]{1,256}$/;

export function isPathSegment(servedName: string): boolean {
  return PATH_SEGMENT.test(servedName);
}

export function isPlainName(servedName: string): boolean {
  return PLAIN_NAME.test(servedName);
}
