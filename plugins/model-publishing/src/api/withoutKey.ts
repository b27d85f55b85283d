/** An answer that may hold an API key, split so that only the part without it is kept anywhere. */
export function withoutKey<Answer extends { apiKey: string | null }>({
  apiKey,
  ...rest
}: Answer): { apiKey: string | null; rest: Omit<Answer, 'apiKey'> } {
  return { apiKey, rest };
}
