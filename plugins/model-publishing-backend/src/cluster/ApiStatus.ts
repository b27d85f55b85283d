/** What the API server answered to a call that it refused, by its HTTP status and its `Status` object. */
export interface ApiStatus {
  code: number;
  /** For people; may quote the object, so it is passed on only where the object is ours. */
  message?: string;
  /** A word such as `AlreadyExists` or `Expired`. */
  reason?: string;
  /** The object that the answer is about; undefined when the address itself does not exist. */
  about?: { kind?: string; name: string };
  /** Words such as `NamespaceTerminating`. */
  causes: string[];
  retryAfterSeconds?: number;
}

/** Reads an `ApiException` defensively: its body is text or an object, or nothing at all. */
export function apiStatusOf(error: unknown): ApiStatus | undefined {
  const { code, body } = fieldsOf(error);
  // An aborted call has a numeric code too, below those of HTTP.
  if (typeof code !== 'number' || code < 100) {
    return undefined;
  }
  const status = fieldsOf(parsed(body));
  const details = fieldsOf(status.details);
  const name = textOf(details.name);
  return {
    code,
    message: textOf(status.message),
    reason: textOf(status.reason),
    about: name ? { kind: textOf(details.kind), name } : undefined,
    causes: Array.isArray(details.causes)
      ? details.causes.flatMap(cause => textOf(fieldsOf(cause).reason) ?? [])
      : [],
    retryAfterSeconds:
      typeof details.retryAfterSeconds === 'number'
        ? details.retryAfterSeconds
        : undefined,
  };
}

/** The fields of anything; none for what has none. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string') {
    return body;
  }
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
