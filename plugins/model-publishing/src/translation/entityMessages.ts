/** Texts on the pages of entities. */
export const entityMessages = { entity: { title: 'Publishing' } } as const;
