import {
  AccessRequest,
  AccessRequestRole,
} from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useTexts } from '../translation/useTexts';
import { RequestAction } from './useEndRequest';

const ACTIONS: Record<AccessRequestRole, RequestAction[]> = {
  publisher: ['approve', 'decline'],
  requester: ['withdraw'],
};

export interface RequestActionsProps {
  request: AccessRequest;
  side: AccessRequestRole;
  onChoose(action: RequestAction): void;
}

/** What the user can do about an open request. */
export function RequestActions({
  request: { state, tenantId: tenant, modelName: model, isPublished },
  side,
  onChoose,
}: RequestActionsProps) {
  const t = useTexts();
  if (state !== 'pending') {
    return null;
  }
  return (
    <Box display="flex" justifyContent="flex-end" gridGap={8}>
      {ACTIONS[side]
        // Nobody can be let into what is gone.
        .filter(action => isPublished || action !== 'approve')
        .map(action => (
          <Button
            key={action}
            size="small"
            variant={action === 'approve' ? 'contained' : 'outlined'}
            color={action === 'approve' ? 'primary' : 'default'}
            aria-label={t(`requests.${action}.about`, { tenant, model })}
            onClick={() => onChoose(action)}
          >
            {t(`requests.${action}.button`)}
          </Button>
        ))}
    </Box>
  );
}
