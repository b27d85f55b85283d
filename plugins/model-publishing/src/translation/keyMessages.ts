/** Texts about the keys of a publication. */
export const keyMessages = { keys: { title: 'API keys' } } as const;
