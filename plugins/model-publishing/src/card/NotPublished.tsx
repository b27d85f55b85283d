import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { publishStepRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { UnpublishedModelState } from './useModelPublication';

/** Why there is no publication, and what can be done about it. */
export function NotPublished({ state }: { state: UnpublishedModelState }) {
  const t = useTexts();
  const stepPath = useRouteRef(publishStepRouteRef);
  switch (state.status) {
    case 'publishable': {
      const { cluster, tenantId: tenant, name: model } = state.model;
      return (
        <>
          <Typography paragraph>{t('card.notPublished')}</Typography>
          <LinkButton
            to={stepPath({ cluster, tenant, model, step: 'address' })}
            variant="contained"
            color="primary"
          >
            {t('card.publish')}
          </LinkButton>
        </>
      );
    }
    case 'notReady':
      return (
        <Typography>
          {t('card.notReady', {
            reason: state.reason ?? t('models.noReason'),
          })}
        </Typography>
      );
    case 'invisible':
      return (
        <>
          <Typography>{t('card.invisible')}</Typography>
          <Typography variant="body2" color="textSecondary">
            {t('card.invisibleHint')}
          </Typography>
        </>
      );
    default:
      return state satisfies never;
  }
}
