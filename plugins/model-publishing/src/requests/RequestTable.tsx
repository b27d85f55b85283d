import {
  AccessRequest,
  AccessRequestRole,
} from '@inference-portal/plugin-model-publishing-common';
import { useState } from 'react';
import { useAccessRequests } from '../api/useAccessRequests';
import { RequestFailed } from '../feedback/RequestFailed';
import { PagedTable, PagedTableProps } from '../paging/PagedTable';
import { useStayInList } from '../paging/useStayInList';
import { useTexts } from '../translation/useTexts';
import { requestColumns } from './requestColumns';
import { RequestDialog } from './RequestDialog';
import { RequestAction } from './useEndRequest';
import { useFocusAfter } from './useFocusAfter';

export interface RequestTableProps
  extends Pick<
    PagedTableProps<AccessRequest>,
    'title' | 'pages' | 'empty' | 'filters' | 'nothingFound'
  > {
  /** In which role the user sees them. */
  side: AccessRequestRole;
  /** Which requests, beyond the role. */
  filter: Omit<Parameters<typeof useAccessRequests>[0], 'role'>;
  ofOneModel?: boolean;
}

/** Requests for access page by page, with what can be done about them. */
export function RequestTable({
  side,
  filter,
  ofOneModel = false,
  ...table
}: RequestTableProps) {
  const t = useTexts();
  const { pages, title } = table;
  // What an address says beyond the page is not for the backend: it has no state "all".
  const { limit, cursor } = pages.request;
  const requests = useAccessRequests({ role: side, ...filter, limit, cursor });
  const [chosen, setChosen] = useState<{
    request: AccessRequest;
    action: RequestAction;
  }>();
  useStayInList(pages, requests);
  const region = useFocusAfter(chosen !== undefined);

  if (requests.isError) {
    return (
      <RequestFailed
        title={t('requests.error')}
        error={requests.error}
        onRetry={requests.refetch}
      />
    );
  }
  return (
    <div ref={region} role="group" aria-label={title} tabIndex={-1}>
      <PagedTable
        {...table}
        columns={requestColumns(t, {
          side,
          ofOneModel,
          onChoose: (request, action) => setChosen({ request, action }),
        })}
        answer={requests.data}
        isTurning={requests.isPlaceholderData}
      />
      {chosen && (
        <RequestDialog {...chosen} onClose={() => setChosen(undefined)} />
      )}
    </div>
  );
}
