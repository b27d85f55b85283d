import { PublicationTabProps } from '../publication/PublicationTab';
import { KeysSection } from './KeysSection';
import { OpenRequests } from './OpenRequests';
import { TenantsSection } from './TenantsSection';
import { VisibilitySection } from './VisibilitySection';

/** What a publisher decides about: who finds the model, who uses it, and with what. */
export function PublisherAccess({ publication }: PublicationTabProps) {
  return (
    <>
      <OpenRequests publication={publication} />
      <VisibilitySection publication={publication} />
      <TenantsSection publication={publication} />
      <KeysSection publication={publication} />
    </>
  );
}
