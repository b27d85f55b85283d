import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { ModelNotKnown } from '../card/ModelNotKnown';
import { ModelPublicationState } from '../card/useModelPublication';
import { publishStepRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { PublishedModelUsage } from './PublishedModelUsage';

export interface ModelUsageProps {
  state: ModelPublicationState;
  /** How far back, in UTC days, today included. */
  days: number;
}

/** How much a model is used, or why nothing is known of that. */
export function ModelUsage({ state, days }: ModelUsageProps) {
  const t = useTexts();
  const stepPath = useRouteRef(publishStepRouteRef);
  switch (state.status) {
    case 'loading':
    case 'failed':
      return <ModelNotKnown state={state} />;
    case 'published':
      return state.publication.access === 'viewer' ? (
        <Typography>{t('entity.usage.notForViewers')}</Typography>
      ) : (
        <PublishedModelUsage publication={state.publication} days={days} />
      );
    case 'publishable': {
      const { cluster, tenantId: tenant, name: model } = state.model;
      return (
        <>
          <Typography gutterBottom>{t('entity.usage.notPublished')}</Typography>
          <Link to={stepPath({ cluster, tenant, model, step: 'address' })}>
            {t('entity.usage.publish')}
          </Link>
        </>
      );
    }
    case 'notReady':
      return <Typography>{t('entity.usage.notPublished')}</Typography>;
    case 'invisible':
      return <Typography>{t('card.invisible')}</Typography>;
    default:
      return state satisfies never;
  }
}
