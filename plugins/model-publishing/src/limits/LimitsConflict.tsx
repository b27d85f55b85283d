import { RateLimiting } from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { LimitsText } from './LimitsText';
import { TenantLimits } from './TenantLimits';

export interface LimitsConflictProps {
  theirs: RateLimiting;
  onTakeOver(): void;
}

/** Somebody else was faster: what they have set, and the way to go on from there. */
export function LimitsConflict({ theirs, onTakeOver }: LimitsConflictProps) {
  const t = useTexts();
  return (
    <Notice severity="warning" title={t('limitsForm.conflict.title')}>
      <div>
        {t('limitsForm.conflict.theirs')} <LimitsText limits={theirs} />
      </div>
      <TenantLimits perTenant={theirs.perTenant} />
      <div>{t('limitsForm.conflict.explanation')}</div>
      <Box mt={1}>
        <Button size="small" variant="outlined" onClick={onTakeOver}>
          {t('limitsForm.conflict.takeOver')}
        </Button>
      </Box>
    </Notice>
  );
}
