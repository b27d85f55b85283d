import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Model } from '@inference-portal/plugin-model-publishing-common';
import { publishStepRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** From a model to the next step of publishing it. */
export function ChooseLink({
  model: { cluster, tenantId: tenant, name: model },
}: {
  model: Model;
}) {
  const t = useTexts();
  const stepPath = useRouteRef(publishStepRouteRef);
  return (
    <LinkButton
      to={stepPath({ cluster, tenant, model, step: 'address' })}
      size="small"
      variant="outlined"
      color="primary"
      aria-label={t('wizard.model.chooseModel', { model, tenant })}
    >
      {t('wizard.model.choose')}
    </LinkButton>
  );
}
