import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { AddressCell } from '../addresses/AddressCell';
import { Formats } from '../formats/formatsFor';
import { LimitsText } from '../limits/LimitsText';
import { TypeChips } from '../models/TypeChips';
import { Column } from '../paging/Column';
import { placeText } from '../paging/placeText';
import { Texts } from '../translation/useTexts';
import { ModelCell } from '../models/ModelCell';
import { PhaseCell } from './PhaseCell';
import { PublicationAction, PublicationMenu } from './PublicationMenu';
import { RequestsCell } from './RequestsCell';

export interface PublicationColumnsOptions {
  /** Whether tenants of the same name can be in different clusters. */
  isOneCluster: boolean;
  formats: Formats;
  pathOf(publication: ListedPublication): string;
  onChoose(action: PublicationAction, publication: ListedPublication): void;
}

/** The columns of the table of published models. */
export function publicationColumns(
  t: Texts,
  { isOneCluster, formats, pathOf, onChoose }: PublicationColumnsOptions,
): Column<ListedPublication>[] {
  return [
    {
      title: t('published.columns.model'),
      sort: 'model',
      moreSorts: [{ by: 'tenant', title: t('published.columns.tenant') }],
      cell: publication => (
        <ModelCell
          name={publication.modelName}
          place={placeText(publication, isOneCluster)}
          to={pathOf(publication)}
        />
      ),
    },
    {
      title: t('published.columns.address'),
      minWidth: 220,
      cell: publication => <AddressCell publication={publication} />,
    },
    {
      title: t('published.columns.type'),
      hideBelow: 'md',
      sort: 'type',
      cell: ({ modelType, requireApiKey }) => (
        <TypeChips modelType={modelType} requireApiKey={requireApiKey} />
      ),
    },
    {
      title: t('published.columns.phase'),
      sort: 'phase',
      cell: publication => <PhaseCell publication={publication} />,
    },
    {
      title: t('published.columns.limits'),
      hideBelow: 'xl',
      cell: ({ rateLimiting }) => <LimitsText limits={rateLimiting} />,
    },
    {
      title: t('published.columns.requests'),
      align: 'right',
      hideBelow: 'md',
      cell: ({ usage }) => <RequestsCell usage={usage} />,
    },
    {
      title: t('published.columns.created'),
      sort: 'createdAt',
      hideBelow: 'lg',
      cell: ({ createdAt }) => (
        <time dateTime={createdAt}>{formats.date(createdAt)}</time>
      ),
    },
    {
      title: t('published.columns.actions'),
      hideTitle: true,
      align: 'right',
      cell: publication => (
        <PublicationMenu
          publication={publication}
          path={pathOf(publication)}
          onChoose={action => onChoose(action, publication)}
        />
      ),
    },
  ];
}
