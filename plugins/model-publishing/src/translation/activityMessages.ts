/** Texts about what has happened to a publication. */
export const activityMessages = { activity: { title: 'Activity' } } as const;
