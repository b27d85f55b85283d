/** What a status means for somebody who tries a model out. */
export type Meaning =
  | 'success'
  | 'redirect'
  | 'badRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'tooLarge'
  | 'limited'
  | 'clientError'
  | 'unavailable'
  | 'serverError';

const MEANINGS = new Map<number, Meaning>([
  [400, 'badRequest'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [413, 'tooLarge'],
  [422, 'badRequest'],
  [429, 'limited'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
]);

export function meaningOf(status: number): Meaning {
  const known = MEANINGS.get(status);
  if (known) {
    return known;
  }
  if (status < 300) {
    return 'success';
  }
  if (status < 400) {
    return 'redirect';
  }
  return status < 500 ? 'clientError' : 'serverError';
}
