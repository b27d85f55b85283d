import { Link, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Model } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { publicationRouteRef, publishStepRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { canBePublished } from './canBePublished';

export interface PublicationLinkProps {
  model: Model;
  /** Of the text that says what keeps the model from being published. */
  reasonId: string;
}

/** From a model to its publication, or to the steps that lead there. */
export function PublicationLink({ model, reasonId }: PublicationLinkProps) {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  const stepPath = useRouteRef(publishStepRouteRef);
  const { cluster, tenantId: tenant, name } = model;
  const place = { cluster, tenant, model: name };
  if (model.published) {
    return (
      <Link
        to={publicationPath({ ...place, tab: 'overview' })}
        aria-label={t('models.openPublication', { model: name, tenant })}
      >
        {t('models.alreadyPublished')}
      </Link>
    );
  }
  const label = t('models.publishModel', { model: name, tenant });
  return canBePublished(model) ? (
    <LinkButton
      to={stepPath({ ...place, step: 'address' })}
      size="small"
      variant="contained"
      color="primary"
      aria-label={label}
    >
      {t('models.publish')}
    </LinkButton>
  ) : (
    <Button
      size="small"
      variant="contained"
      disabled
      aria-label={label}
      aria-describedby={reasonId}
    >
      {t('models.publish')}
    </Button>
  );
}
