import { z } from 'zod';

const KEY = '__proto__';

/** A record that refuses the key `__proto__`, which zod's own records leave out without a word. */
export function withoutPrototypeKey<Schema extends z.ZodType>(record: Schema) {
  return z.preprocess((input, context) => {
    if (
      typeof input === 'object' &&
      input !== null &&
      Object.hasOwn(input, KEY)
    ) {
      context.addIssue({
        code: 'custom',
        path: [KEY],
        message: 'is no tenant',
      });
    }
    return input;
  }, record);
}
