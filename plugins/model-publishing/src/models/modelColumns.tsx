import { Link } from '@backstage/core-components';
import { Model } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { TypeChips } from './TypeChips';

/** A model as a row of a table. */
export type ModelRow = Model & { id: string };

export const rowOf = (model: Model): ModelRow => ({
  ...model,
  id: `${model.cluster}/${model.tenantId}/${model.name}`,
});

const reasonIdOf = ({ id }: ModelRow) => `not-ready-${id}`;

export interface ModelColumnsOptions {
  publishedPath: string;
  onPublish(model: Model): void;
}

/** The columns of the table of models. */
export function modelColumns(
  t: Texts,
  { publishedPath, onPublish }: ModelColumnsOptions,
): Column<ModelRow>[] {
  return [
    {
      title: t('models.columns.model'),
      cell: ({ name }) => <strong>{name}</strong>,
    },
    { title: t('models.columns.tenant'), cell: ({ tenantId }) => tenantId },
    {
      title: t('models.columns.type'),
      cell: ({ modelType, modelTypeRule }) => (
        <TypeChips modelType={modelType} rule={modelTypeRule} />
      ),
    },
    {
      title: t('models.columns.format'),
      cell: ({ modelFormat }) => modelFormat,
    },
    {
      title: t('models.columns.ready'),
      cell: model => <Readiness model={model} t={t} />,
    },
    {
      title: t('models.columns.published'),
      cell: model =>
        model.published ? (
          <Link to={publishedPath}>{t('models.alreadyPublished')}</Link>
        ) : (
          <Button
            size="small"
            variant="contained"
            color="primary"
            disabled={!model.ready}
            aria-label={t('models.publishModel', {
              model: model.name,
              tenant: model.tenantId,
            })}
            aria-describedby={model.ready ? undefined : reasonIdOf(model)}
            onClick={() => onPublish(model)}
          >
            {t('models.publish')}
          </Button>
        ),
    },
  ];
}

function Readiness({ model, t }: { model: ModelRow; t: Texts }) {
  if (model.ready) {
    return <>{t('models.ready')}</>;
  }
  return (
    <>
      {t('models.notReady')}
      <Typography
        id={reasonIdOf(model)}
        variant="body2"
        color="textSecondary"
        component="div"
      >
        {model.reason ?? t('models.noReason')}
      </Typography>
    </>
  );
}
