import { ListedGateway } from '@inference-portal/plugin-model-publishing-common';
import { useFormats } from '../formats/useFormats';
import { TableRows } from '../paging/TableRows';
import { useTexts } from '../translation/useTexts';
import { capabilityLines } from './capabilityLines';
import { CardSection } from './CardSection';

/** What a gateway is able to do. */
export function CapabilityTable({ gateway }: { gateway: ListedGateway }) {
  const t = useTexts();
  const formats = useFormats();
  return (
    <CardSection title={t('gateways.capabilities.title')}>
      {labelIds => (
        <TableRows
          titleId={labelIds}
          isBusy={false}
          columns={[
            {
              title: t('gateways.capabilities.capability'),
              cell: ({ label }) => label,
            },
            {
              title: t('gateways.capabilities.value'),
              cell: ({ value }) => value,
            },
          ]}
          rows={capabilityLines(t, formats, gateway)}
        />
      )}
    </CardSection>
  );
}
