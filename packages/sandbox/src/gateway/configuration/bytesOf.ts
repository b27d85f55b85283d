const factors: Record<string, number> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
};

/** The number of bytes of a Kubernetes quantity such as `20Mi`; 0 for what is none. */
export function bytesOf(quantity: string | number): number {
  const [, amount, unit] = /^(\d+)([A-Za-z]*)$/.exec(String(quantity)) ?? [];
  return Number(amount ?? 0) * (factors[unit ?? ''] ?? 0);
}
