import Box from '@material-ui/core/Box';
import { useCursorPages } from '../paging/useCursorPages';
import { PublicationTabProps } from '../publication/PublicationTab';
import { RequestTable } from '../requests/RequestTable';
import { useTexts } from '../translation/useTexts';

/** Who asks for this publication; nothing as long as nobody does. */
export function OpenRequests({ publication }: PublicationTabProps) {
  const t = useTexts();
  const pages = useCursorPages();
  const { modelName: model, tenantId: tenant, cluster } = publication;
  const filter = { state: 'pending', model, tenant, cluster } as const;
  return (
    <Box mb={3}>
      <RequestTable
        title={t('requests.openTitle')}
        side="publisher"
        filter={filter}
        ofOneModel
        pages={pages}
        empty={null}
      />
    </Box>
  );
}
