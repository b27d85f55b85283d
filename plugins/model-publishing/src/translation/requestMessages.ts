/** Texts about requests for access. */
export const requestMessages = {
  requests: { title: 'Requests for access' },
} as const;
