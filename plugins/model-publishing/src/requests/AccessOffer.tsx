import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { PendingRequest } from './PendingRequest';
import { RequestAccessDialog } from './RequestAccessDialog';
import { RequestDialog } from './RequestDialog';
import { useFocusAfter } from './useFocusAfter';

export interface AccessOfferProps {
  publication: KnownPublication;
  asking: {
    /** The user's tenants that do not use the model. */
    withoutAccess: string[];
    pending: AccessRequest[];
    declined: AccessRequest[];
    /** Tenants without a pending request. */
    canAsk: string[];
  };
}

/** What was asked for and what can be asked for. */
export function AccessOffer({
  publication,
  asking: { withoutAccess, pending, declined, canAsk },
}: AccessOfferProps) {
  const t = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  const [withdrawn, setWithdrawn] = useState<AccessRequest>();
  const region = useFocusAfter(isAsking || withdrawn !== undefined);
  const isViewer = publication.access === 'viewer';
  return (
    <div
      ref={region}
      role="group"
      aria-label={t('requests.ask.title')}
      tabIndex={-1}
    >
      {isViewer && pending.length === 0 && (
        <Typography paragraph>
          {withoutAccess.length > 0
            ? t('requests.ask.intro')
            : t('requests.ask.noTenant', { cluster: publication.cluster })}
        </Typography>
      )}
      {pending.map(request => (
        <PendingRequest
          key={request.id}
          request={request}
          onWithdraw={() => setWithdrawn(request)}
        />
      ))}
      {declined.map(({ id, tenantId, decisionReason }) => (
        <Notice
          key={id}
          severity="warning"
          title={t('requests.ask.declined', { tenant: tenantId })}
        >
          {decisionReason && t('requests.because', { reason: decisionReason })}
        </Notice>
      ))}
      {canAsk.length > 0 && (
        <Button
          variant="contained"
          color="primary"
          onClick={() => setIsAsking(true)}
        >
          {t(
            declined.length > 0 ? 'requests.ask.again' : 'requests.ask.button',
          )}
        </Button>
      )}
      {isAsking && (
        <RequestAccessDialog
          publication={publication}
          tenants={canAsk}
          onClose={() => setIsAsking(false)}
        />
      )}
      {withdrawn && (
        <RequestDialog
          request={withdrawn}
          action="withdraw"
          onClose={() => setWithdrawn(undefined)}
        />
      )}
    </div>
  );
}
