import { ComponentType, LazyExoticComponent } from 'react';
import { KnownPublication } from '../api/usePublication';

/** What the body of a tab is given; it asks for everything else by itself. */
export interface PublicationTabProps {
  publication: KnownPublication;
}

/** The tabs of a publication's page, in their order; the names are parts of addresses. */
export const PUBLICATION_TAB_IDS = [
  'overview',
  'limits',
  'access',
  'keys',
  'usage',
  'try-it',
  'manifests',
  'activity',
] as const;
export type PublicationTabId = (typeof PUBLICATION_TAB_IDS)[number];

/** One tab of a publication's page. */
export interface PublicationTab {
  id: PublicationTabId;
  /** Loaded when the tab is opened. */
  Body: LazyExoticComponent<ComponentType<PublicationTabProps>>;
  /** Whether a caller who sees the publication has something to see here. */
  isFor(publication: KnownPublication): boolean;
}
