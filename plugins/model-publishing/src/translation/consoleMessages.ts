/** Texts of the test console. */
export const consoleMessages = { console: { title: 'Try it' } } as const;
