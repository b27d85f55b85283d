/** Texts about usage over time. */
export const usageMessages = { usageOverTime: { title: 'Usage' } } as const;
