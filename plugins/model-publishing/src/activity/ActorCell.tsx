import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Activity } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';

/** Who has done it; a person leads to the catalog. */
export function ActorCell({
  activity: {
    actor: { kind, name },
    details,
  },
}: {
  activity: Activity;
}) {
  const t = useTexts();
  return (
    <>
      {kind === 'user' && <EntityRefLink entityRef={name} />}
      {kind === 'service' && t('activity.service', { name })}
      {kind === 'system' && t('activity.system')}
      {details.actingAs === 'admin' && (
        <Typography variant="caption" component="div">
          {t('activity.asAdmin')}
        </Typography>
      )}
    </>
  );
}
