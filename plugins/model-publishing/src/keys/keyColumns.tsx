import { ApiKey } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { TimeAgo } from '../formats/TimeAgo';
import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { KeyEnd } from './KeyEnd';
import { KeyAction, KeyMenu } from './KeyMenu';
import { KeyName } from './KeyName';
import { KeyState } from './KeyState';
import { LastUsed } from './LastUsed';

export interface KeyColumnsOptions {
  actionsOf(key: ApiKey): KeyAction[];
  onChoose(action: KeyAction, apiKey: ApiKey, button: HTMLElement | null): void;
  /** Absent where keys are revoked one by one only. */
  selection?: { ids: ReadonlySet<string>; toggle(id: string): void };
}

/** The columns of the table of keys. */
export function keyColumns(
  t: Texts,
  { actionsOf, onChoose, selection }: KeyColumnsOptions,
): Column<ApiKey>[] {
  return [
    {
      title: t('keys.columns.key'),
      cell: key => (
        <KeyName
          apiKey={key}
          selection={
            selection && actionsOf(key).includes('revoke')
              ? {
                  isSelected: selection.ids.has(key.id),
                  onToggle: () => selection.toggle(key.id),
                }
              : undefined
          }
        />
      ),
    },
    {
      title: t('keys.columns.tenant'),
      cell: ({ tenantId }) => (
        <Typography noWrap variant="body2">
          {tenantId}
        </Typography>
      ),
    },
    {
      title: t('keys.columns.state'),
      cell: key => <KeyState apiKey={key} />,
    },
    {
      title: t('keys.columns.created'),
      hideBelow: 'md',
      cell: ({ createdAt, createdBy }) => (
        <>
          <TimeAgo time={createdAt} />
          <Typography variant="body2" color="textSecondary">
            {t('keys.createdBy', { who: createdBy })}
          </Typography>
        </>
      ),
    },
    {
      title: t('keys.columns.lastUsed'),
      cell: key => <LastUsed apiKey={key} />,
    },
    { title: t('keys.columns.ends'), cell: key => <KeyEnd apiKey={key} /> },
    {
      title: t('keys.columns.actions'),
      align: 'right',
      cell: key => (
        <KeyMenu
          apiKey={key}
          actions={actionsOf(key)}
          onChoose={(action, button) => onChoose(action, key, button)}
        />
      ),
    },
  ];
}
