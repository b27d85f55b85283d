import { GatewayHostname } from '@inference-portal/plugin-model-publishing-common';
import { TableRows } from '../paging/TableRows';
import { useTexts } from '../translation/useTexts';
import { CardSection } from './CardSection';
import { hostnameColumns } from './hostnameColumns';

/** The hostnames that models may be published under, and by whom. */
export function HostnameTable({ hostnames }: { hostnames: GatewayHostname[] }) {
  const t = useTexts();
  return (
    <CardSection title={t('gateways.hostnames.title')}>
      {labelIds => (
        <TableRows<GatewayHostname & { id: string }>
          titleId={labelIds}
          isBusy={false}
          columns={hostnameColumns(t)}
          rows={hostnames.map(row => ({ ...row, id: row.hostname }))}
        />
      )}
    </CardSection>
  );
}
