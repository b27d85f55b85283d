/** Texts of the steps of publishing. */
export const wizardMessages = { wizard: { title: 'Publish a model' } } as const;
