import { TenantPlace } from '../tenancy/Tenant';

/** Who is told: all who own a tenant, or one person. */
export type Recipient =
  | { ownersOf: TenantPlace; /** Who has done it knows it. */ except?: string }
  | { user: string };

/** Something that owners are to learn. Never a key, and no text that somebody else has typed: it may go out by e-mail. */
export interface News {
  title: string;
  description: string;
  /** Path of the portal's page that shows more. */
  link: string;
  topic: 'access-requests';
  /** What it is about: later news about the same thing take the place of earlier ones. */
  scope: string;
}

/** Tells people what happens to their models. */
export interface OwnerNotifier {
  /** Resolves when the news are handed over or lost, and never rejects: nothing depends on them, so nobody need wait. */
  tell(recipient: Recipient, news: News): Promise<void>;
}
