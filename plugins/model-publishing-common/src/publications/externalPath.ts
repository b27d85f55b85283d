import { z } from 'zod';

const SEGMENT = /^[a-z0-9._~-]+$/;
/** Last segments that the gateway appends itself (`POST <externalPath>/predict`), so no path may end in one. */
const RESERVED_LAST_SEGMENTS = ['predict', 'explain', 'infer'];
/** First segments that AI Gateway answers on every hostname with OpenAI models (gateway-facts 3.2). */
const RESERVED_FIRST_SEGMENTS = ['v1', 'v2', 'tokenize', 'cohere', 'anthropic'];
const MAX_LENGTH = 512;

/**
 * Problems of an external path, in words for the person who typed it. Empty when the path is good.
 *
 * The grammar makes two publications collide only when their paths are equal: there is one spelling of every
 * path (lower case, nothing encoded, no empty or dot segments).
 */
export function externalPathProblems(path: string): string[] {
  if (!path.startsWith('/')) {
    return ['must begin with /'];
  }
  if (path.length > MAX_LENGTH) {
    return [`must be at most ${MAX_LENGTH} characters`];
  }
  const segments = path.slice(1).split('/');
  const problems: string[] = [];
  if (segments.some(segment => segment === '')) {
    problems.push('must not have empty segments or a trailing /');
  }
  if (segments.some(segment => segment === '.' || segment === '..')) {
    problems.push('must not have the segments "." or ".."');
  }
  if (segments.some(segment => segment !== '' && !SEGMENT.test(segment))) {
    problems.push(
      'may hold only a-z, 0-9, ".", "_", "~" and "-" between slashes',
    );
  }
  return problems;
}

/** Problems of the path of a traditional model, beyond the grammar. */
export function traditionalPathProblems(path: string): string[] {
  const segments = path.slice(1).split('/');
  const [first = ''] = segments;
  const last = segments[segments.length - 1] ?? '';
  const problems: string[] = [];
  if (RESERVED_LAST_SEGMENTS.includes(last)) {
    problems.push(
      `must not end in "${last}", which the gateway appends itself`,
    );
  }
  if (RESERVED_FIRST_SEGMENTS.includes(first)) {
    problems.push(
      `must not begin with /${first}, which belongs to OpenAI-compatible models`,
    );
  }
  return problems;
}

/** What the path of an OpenAI-compatible model begins with: the rest of it is the name that clients give in `model`. */
const OPENAI_PATH_PREFIX = '/v1/models/';
/** A public model name may be qualified once: `<organisation>/<model>`. */
const MODEL_NAME_SEGMENTS_MAX = 2;

/** Path of an OpenAI-compatible model, by the name that clients call it by. */
export function openaiPathOf(publicModelName: string): string {
  return `${OPENAI_PATH_PREFIX}${publicModelName}`;
}

/** The name that clients of an OpenAI-compatible model give in `model`. The path must be a good one. */
export function publicModelNameOf(externalPath: string): string {
  return externalPath.slice(OPENAI_PATH_PREFIX.length);
}

/** Problems of the path of an OpenAI-compatible model, beyond the grammar. */
export function openaiPathProblems(path: string): string[] {
  if (!path.startsWith(OPENAI_PATH_PREFIX)) {
    return [
      `must be ${OPENAI_PATH_PREFIX}<name> for an OpenAI-compatible model; clients give <name> as "model"`,
    ];
  }
  const segments = publicModelNameOf(path).split('/');
  return segments.length > MODEL_NAME_SEGMENTS_MAX
    ? [
        `must hold at most one "/" in the model name after ${OPENAI_PATH_PREFIX}`,
      ]
    : [];
}

/**
 * An external path, grammar only; the rules for its model type are `traditionalPathProblems` and `openaiPathProblems`.
 */
export const externalPathSchema = z.string().superRefine((path, context) => {
  for (const message of externalPathProblems(path)) {
    context.addIssue({ code: 'custom', message });
  }
});
