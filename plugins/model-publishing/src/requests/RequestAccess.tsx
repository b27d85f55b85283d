import LinearProgress from '@material-ui/core/LinearProgress';
import { KnownPublication } from '../api/usePublication';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { AccessOffer } from './AccessOffer';
import { useAskingTenants } from './useAskingTenants';

/**
 * The way to access for those who see a publication and do not use it yet: what has become of their requests, and the
 * button for a new one. Nothing where nobody can ask.
 */
export function RequestAccess({
  publication,
}: {
  publication: KnownPublication;
}) {
  const { visibility, authentication, access } = publication;
  const takesRequests =
    visibility === 'portal' &&
    authentication.requireApiKey &&
    access !== 'publisher';
  return takesRequests ? <KnownRequests publication={publication} /> : null;
}

function KnownRequests({ publication }: { publication: KnownPublication }) {
  const t = useTexts();
  const asking = useAskingTenants(publication);
  switch (asking.status) {
    case 'loading':
      return <LinearProgress aria-label={t('requests.loading')} />;
    case 'failed':
      return (
        <RequestFailed
          title={t('requests.error')}
          error={asking.error}
          onRetry={asking.refetch}
        />
      );
    case 'known':
      return <AccessOffer publication={publication} asking={asking} />;
    default:
      return asking satisfies never;
  }
}
