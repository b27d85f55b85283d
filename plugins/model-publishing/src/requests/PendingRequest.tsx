import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { TimeAgo } from '../formats/TimeAgo';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

export interface PendingRequestProps {
  request: AccessRequest;
  onWithdraw(): void;
}

/** A request that nobody has decided yet. */
export function PendingRequest({
  request: { tenantId: tenant, modelName: model, requestedAt, reason },
  onWithdraw,
}: PendingRequestProps) {
  const t = useTexts();
  return (
    <Notice severity="info" title={t('requests.ask.pending', { tenant })}>
      <div>
        <TimeAgo time={requestedAt} />
        {'. '}
        {t('requests.ask.pendingDetail')}
      </div>
      {reason && <div>{t('requests.because', { reason })}</div>}
      <Box mt={1}>
        <Button
          size="small"
          variant="outlined"
          aria-label={t('requests.withdraw.about', { tenant, model })}
          onClick={onWithdraw}
        >
          {t('requests.withdraw.button')}
        </Button>
      </Box>
    </Notice>
  );
}
