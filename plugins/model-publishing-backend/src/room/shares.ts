/**
 * How much of the message (see `messageSizeOf`) may be used up: by what is new, and by what replaces something for a
 * while. A leaked key must be replaceable when there is no room for another one.
 */
export const SHARES = { added: 0.85, replaced: 0.95 };
