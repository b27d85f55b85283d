/** One request of a parity case. `$name` in its texts is a name of the run, `$version` and `$uid` are of the last object. */
export interface ParityStep {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Kind of patch; bodies of other requests are JSON. */
  readonly patch?: 'apply' | 'merge' | 'json' | 'strategic';
  readonly body?: unknown;
  readonly status: number;
  /** What the answer has to contain. */
  readonly answer?: object;
}

/** Requests in order, on objects of their own. */
export interface ParityCase {
  readonly name: string;
  readonly steps: readonly ParityStep[];
}

const contentTypes = {
  apply: 'application/apply-patch+yaml',
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

export function contentTypeOf({ patch }: ParityStep): string {
  return patch ? contentTypes[patch] : 'application/json';
}
