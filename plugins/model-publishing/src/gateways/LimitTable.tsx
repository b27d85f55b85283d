import {
  LIMIT_NAMES,
  PublishingGateway,
} from '@inference-portal/plugin-model-publishing-common';
import { TableRows } from '../paging/TableRows';
import { useTexts } from '../translation/useTexts';
import { CardSection } from './CardSection';

/** How exactly a gateway keeps each limit. */
export function LimitTable({
  limits,
}: {
  limits: PublishingGateway['limits'];
}) {
  const t = useTexts();
  return (
    <CardSection title={t('gateways.limits.title')}>
      {labelIds => (
        <TableRows
          titleId={labelIds}
          isBusy={false}
          columns={[
            {
              title: t('gateways.limits.limit'),
              cell: ({ id }) => t(`gateways.limits.${id}`),
            },
            {
              title: t('gateways.limits.precision'),
              cell: ({ precision }) => t(`gateways.limits.${precision}`),
            },
          ]}
          rows={LIMIT_NAMES.map(id => ({ id, precision: limits[id] }))}
        />
      )}
    </CardSection>
  );
}
