import { GatewayListenerView } from '@inference-portal/plugin-model-publishing-common';
import { TableRows } from '../paging/TableRows';
import { useTexts } from '../translation/useTexts';
import { CardSection } from './CardSection';
import { FindingText } from './FindingText';

/** The listeners of the Gateway that published models answer on. */
export function ListenerTable({
  listeners,
}: {
  listeners: GatewayListenerView[];
}) {
  const t = useTexts();
  if (listeners.length === 0) {
    return null;
  }
  return (
    <CardSection title={t('gateways.listeners.title')}>
      {labelIds => (
        <TableRows
          titleId={labelIds}
          isBusy={false}
          columns={[
            { title: t('gateways.listeners.name'), cell: ({ name }) => name },
            {
              title: t('gateways.listeners.hostname'),
              cell: ({ hostname }) => hostname ?? t('gateways.listeners.every'),
            },
            {
              title: t('gateways.listeners.port'),
              cell: ({ port, protocol }) =>
                port === null
                  ? t('gateways.listeners.missing')
                  : `${port} ${protocol ?? ''}`,
            },
            {
              title: t('gateways.listeners.owner'),
              cell: ({ owner }) => t(`gateways.listeners.${owner}`),
            },
            {
              title: t('gateways.listeners.state'),
              cell: ({ finding }) => <FindingText finding={finding} />,
            },
          ]}
          rows={listeners.map(row => ({ ...row, id: row.name }))}
        />
      )}
    </CardSection>
  );
}
