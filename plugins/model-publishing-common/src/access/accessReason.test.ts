import { decideAccessRequestOperation } from '../operations/accessRequestOperations';
import { accessReasonSchema } from './accessRequest';

describe('a reason', () => {
  it.each([
    ['words', 'for our forecast', 'for our forecast'],
    ['several lines', ' one\n\ttwo\r\n', 'one\n\ttwo'],
    ['any language', 'für unsere Prognose 🌦', 'für unsere Prognose 🌦'],
  ])('may be %s', (_, text, kept) => {
    expect(accessReasonSchema.parse(text)).toBe(kept);
  });

  it.each([
    ['nothing', '  \n'],
    ['a NUL, which no PostgreSQL keeps', 'a\u0000b'],
    ['an escape sequence', 'a\u001b[2Jb'],
    ['a book', 'x'.repeat(501)],
  ])('is not %s', (_, text) => {
    expect(accessReasonSchema.safeParse(text).success).toBe(false);
  });
});

describe('a decision', () => {
  it.each([
    ['an approval', { decision: 'approve' }, true],
    ['an approval with a reason', { decision: 'approve', reason: 'a' }, true],
    ['a refusal with a reason', { decision: 'decline', reason: 'a' }, true],
    ['a refusal without one', { decision: 'decline' }, false],
    ['something else', { decision: 'withdraw' }, false],
  ])('may be %s: %j is %s', (_, body, expected) => {
    expect(decideAccessRequestOperation.body.safeParse(body).success).toBe(
      expected,
    );
  });
});
