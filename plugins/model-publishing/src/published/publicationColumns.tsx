import { TableColumn } from '@backstage/core-components';
import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { PhaseChip } from '../conditions/PhaseChip';
import { CopyableText } from '../feedback/CopyableText';
import { LimitsText } from '../limits/LimitsText';
import { Texts } from '../translation/useTexts';
import { PublicationAction, PublicationMenu } from './PublicationMenu';

/** The columns of the table of published models. */
export function publicationColumns(
  t: Texts,
  onChoose: (action: PublicationAction, publication: Publication) => void,
): TableColumn<Publication>[] {
  return [
    {
      title: t('published.columns.model'),
      field: 'modelName',
      highlight: true,
    },
    { title: t('published.columns.tenant'), field: 'tenantId' },
    {
      title: t('published.columns.address'),
      render: ({ externalUrl, modelName }) => (
        <CopyableText
          text={externalUrl}
          copyLabel={t('copy.address', { model: modelName })}
        />
      ),
    },
    {
      title: t('published.columns.type'),
      render: ({ modelType }) => t(`modelType.${modelType}`),
    },
    {
      title: t('published.columns.phase'),
      render: ({ phase }) => <PhaseChip phase={phase} />,
    },
    {
      title: t('published.columns.limits'),
      render: ({ rateLimiting }) => <LimitsText limits={rateLimiting} />,
    },
    {
      title: t('published.columns.created'),
      render: ({ createdAt }) => (
        <time dateTime={createdAt}>
          {new Date(createdAt).toLocaleDateString()}
        </time>
      ),
    },
    {
      title: t('published.columns.actions'),
      align: 'right',
      render: publication => (
        <PublicationMenu
          publication={publication}
          onChoose={action => onChoose(action, publication)}
        />
      ),
    },
  ];
}
