/**
 * Channel of the signals service on which the backend says that something has changed. Its one message,
 * `{action: 'refetch'}`, says no more than that.
 */
export const LIVE_CHANNEL = 'model-publishing';
