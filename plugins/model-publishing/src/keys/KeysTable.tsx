import { EmptyView } from '../feedback/EmptyView';
import Button from '@material-ui/core/Button';
import { useCallback, useState } from 'react';
import { useKeys } from '../api/useKeys';
import { useKeyTenants } from '../api/useKeyTenants';
import { KnownPublication } from '../api/usePublication';
import { usePublishingOptions } from '../api/usePublishingOptions';
import { Notice } from '../feedback/Notice';
import { RequestFailed } from '../feedback/RequestFailed';
import { NothingFound } from '../paging/NothingFound';
import { PagedTable } from '../paging/PagedTable';
import { useCursorPages } from '../paging/useCursorPages';
import { useStayInList } from '../paging/useStayInList';
import { useTexts } from '../translation/useTexts';
import { keyActions } from './keyActions';
import { KeyDialog, OpenedKeyDialog } from './KeyDialog';
import { keyColumns } from './keyColumns';
import { KeyFilter, KeyFilters } from './KeyFilters';
import { refOf } from './publicationOfKeys';
import { useFocusReturn } from './useFocusReturn';
import { useSelection } from './useSelection';

/** The table of keys, with the dialogs that its buttons open. */
export function KeysTable({ publication }: { publication: KnownPublication }) {
  const t = useTexts();
  const pages = useCursorPages();
  const [filter, setFilter] = useState<KeyFilter>({});
  const selection = useSelection();
  const [opened, setOpened] = useState<OpenedKeyDialog>();
  const focus = useFocusReturn(opened !== undefined);
  const tenants = useKeyTenants(publication);
  const options = usePublishingOptions();
  const keys = useKeys(refOf(publication), { ...pages.request, ...filter });
  useStayInList(pages, keys);
  const close = useCallback(() => setOpened(undefined), []);

  if (keys.isError) {
    return (
      <RequestFailed
        title={t('keys.error')}
        error={keys.error}
        onRetry={keys.refetch}
      />
    );
  }
  const rights = {
    publication,
    tenants: tenants ?? [],
    reveal: options.data?.keys.reveal ?? 'never',
  };
  const open = (what: OpenedKeyDialog, button: HTMLElement | null) => {
    focus.returnTo(button);
    setOpened(what);
  };
  const narrow = (next: KeyFilter) => {
    setFilter(next);
    pages.goTo(0);
  };
  const isPublisher = publication.access === 'publisher';
  const isFiltered = Object.values(filter).some(Boolean);
  const createButton =
    tenants && tenants.length > 0 ? (
      <Button
        ref={focus.fallback}
        color="primary"
        variant="contained"
        onClick={event => open({ action: 'create' }, event.currentTarget)}
      >
        {t('keys.create.open')}
      </Button>
    ) : undefined;
  return (
    <>
      {tenants?.length === 0 && (
        <Notice severity="info">{t('keys.noTenant')}</Notice>
      )}
      <PagedTable
        title={t('keys.title')}
        columns={keyColumns(t, {
          actionsOf: key => keyActions(key, rights),
          onChoose: (action, apiKey, button) =>
            open({ action, apiKey }, button),
          selection: isPublisher ? selection : undefined,
        })}
        answer={keys.data}
        isTurning={keys.isPlaceholderData}
        pages={pages}
        actions={
          <>
            {isPublisher && (
              <Button
                variant="outlined"
                onClick={event =>
                  open({ action: 'revokeMany' }, event.currentTarget)
                }
              >
                {t('keys.revokeMany.open')}
              </Button>
            )}
            {createButton}
          </>
        }
        filters={
          <KeyFilters
            value={filter}
            tenants={publication.authentication.allowedTenants ?? []}
            onChange={narrow}
          />
        }
        nothingFound={
          isFiltered ? <NothingFound onClear={() => narrow({})} /> : undefined
        }
        empty={
          <EmptyView
            title={t('keys.empty.title')}
            description={t('keys.empty.description')}
            action={createButton}
          />
        }
      />
      {opened && (
        <KeyDialog
          opened={opened}
          publication={publication}
          tenants={rights.tenants}
          selection={selection}
          onClose={close}
        />
      )}
    </>
  );
}
