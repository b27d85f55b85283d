import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { AddressCell } from '../addresses/AddressCell';
import { PhaseChip } from '../conditions/PhaseChip';
import { LimitsText } from '../limits/LimitsText';
import { TypeChips } from '../models/TypeChips';
import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { PublicationAction, PublicationMenu } from './PublicationMenu';

/** The columns of the table of published models. */
export function publicationColumns(
  t: Texts,
  onChoose: (action: PublicationAction, publication: ListedPublication) => void,
): Column<ListedPublication>[] {
  return [
    {
      title: t('published.columns.model'),
      cell: ({ modelName }) => <strong>{modelName}</strong>,
    },
    { title: t('published.columns.tenant'), cell: ({ tenantId }) => tenantId },
    {
      title: t('published.columns.address'),
      cell: publication => <AddressCell publication={publication} />,
    },
    {
      title: t('published.columns.type'),
      cell: ({ modelType, requireApiKey }) => (
        <TypeChips modelType={modelType} requireApiKey={requireApiKey} />
      ),
    },
    {
      title: t('published.columns.phase'),
      cell: ({ phase }) => <PhaseChip phase={phase} />,
    },
    {
      title: t('published.columns.limits'),
      cell: ({ rateLimiting }) => <LimitsText limits={rateLimiting} />,
    },
    {
      title: t('published.columns.requests'),
      align: 'right',
      cell: ({ usage }) =>
        usage?.totalRequests?.toLocaleString() ?? t('usage.notKnown'),
    },
    {
      title: t('published.columns.created'),
      cell: ({ createdAt }) => (
        <time dateTime={createdAt}>
          {new Date(createdAt).toLocaleDateString()}
        </time>
      ),
    },
    {
      title: t('published.columns.actions'),
      align: 'right',
      cell: publication => (
        <PublicationMenu
          publication={publication}
          onChoose={action => onChoose(action, publication)}
        />
      ),
    },
  ];
}
