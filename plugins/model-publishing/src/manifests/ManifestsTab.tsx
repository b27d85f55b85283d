import { Progress } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { useManifests } from '../api/useManifests';
import { RequestFailed } from '../feedback/RequestFailed';
import { placeOf } from '../publication/placeOf';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { ManifestActions } from './ManifestActions';
import { YamlText } from './YamlText';

/** The tab with what the portal has put into the cluster. */
export function ManifestsTab({ publication }: PublicationTabProps) {
  const t = useTexts();
  const manifests = useManifests(placeOf(publication));
  const { data, error } = manifests;
  return (
    <>
      <Typography variant="h5" component="h3" gutterBottom>
        {t('manifests.title')}
      </Typography>
      <Typography paragraph>{t('manifests.description')}</Typography>
      {manifests.isPending && <Progress />}
      {error && (
        <RequestFailed
          title={t('manifests.error')}
          error={error}
          onRetry={manifests.refetch}
        />
      )}
      {data?.trim() === '' && <Typography>{t('manifests.empty')}</Typography>}
      {data?.trim() && (
        <>
          <ManifestActions
            yaml={data}
            fileName={`${publication.tenantId}-${publication.modelName}.yaml`}
          />
          <YamlText text={data} />
        </>
      )}
    </>
  );
}
