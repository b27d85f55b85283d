import { InputError } from '@backstage/errors';
import { SortOrder } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** How a list is sorted; a cursor means nothing in a list that is sorted in another way. */
export interface Ordering {
  /** Name of what it is sorted by. */
  sort: string;
  order: SortOrder;
}

const cursorSchema = z.tuple([z.string(), z.enum(['asc', 'desc']), z.string()]);

/** Names a place in a sorted list by the key of the last item before it, so that it outlives changes of the list. */
export function encodeCursor({ sort, order }: Ordering, key: string): string {
  return Buffer.from(JSON.stringify([sort, order, key])).toString('base64url');
}

/**
 * The key that a cursor names.
 *
 * @throws InputError when this API has not given it out, or for a list that is sorted in another way
 */
export function decodeCursor(
  cursor: string,
  { sort, order }: Ordering,
): string {
  const [cursorSort, cursorOrder, key] = parse(cursor);
  if (cursorSort !== sort || cursorOrder !== order) {
    throw new InputError(
      `cursor is of a list sorted by ${cursorSort}, ${cursorOrder}, and this one is sorted by ${sort}, ${order}; begin again without it`,
    );
  }
  return key;
}

function parse(cursor: string): z.infer<typeof cursorSchema> {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    return cursorSchema.parse(JSON.parse(text));
  } catch {
    throw new InputError(
      'cursor is not one that this API has given out; begin again without it',
    );
  }
}
