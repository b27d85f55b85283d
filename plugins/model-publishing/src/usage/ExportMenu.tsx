import { useApi } from '@backstage/core-plugin-api';
import {
  PublicationRef,
  UsageSeries,
} from '@inference-portal/plugin-model-publishing-common';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import Tooltip from '@material-ui/core/Tooltip';
import GetApp from '@material-ui/icons/GetApp';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useToast } from '../feedback/useToast';
import { useTexts } from '../translation/useTexts';
import { downloadFile } from './downloadFile';

const FORMATS = ['csv', 'json'] as const;
type ExportFormat = (typeof FORMATS)[number];

export interface ExportMenuProps {
  publication: PublicationRef;
  /** What is shown; the file holds the same time, told apart by the same thing. */
  shown: UsageSeries;
  /** What the numbers are about. */
  title: string;
}

/** Takes the numbers of a chart away as a file. */
export function ExportMenu({ publication, shown, title }: ExportMenuProps) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  const toast = useToast();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { from, to, step } = shown;
  const groupBy = shown.groupBy ?? undefined;
  const name = `usage-${publication.model}${groupBy ? `-by-${groupBy}` : ''}`;
  const save = useMutation({
    mutationFn: async (format: ExportFormat) => {
      if (format === 'json') {
        downloadFile(
          `${name}.json`,
          'application/json',
          JSON.stringify(shown, null, 2),
        );
      } else {
        const query = { from, to, step, groupBy };
        const text = await api.exportUsage(publication, query);
        downloadFile(`${name}.csv`, 'text/csv', text);
      }
    },
    onSuccess: () => toast(t('usageOverTime.exported', { title })),
  });
  const label = t('usageOverTime.export', { title });
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          size="small"
          aria-label={label}
          aria-haspopup="menu"
          aria-controls={anchor ? id : undefined}
          aria-expanded={Boolean(anchor)}
          onClick={event => setAnchor(event.currentTarget)}
        >
          <GetApp />
        </IconButton>
      </Tooltip>
      <Menu
        id={id}
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(undefined)}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      >
        {FORMATS.map(format => (
          <MenuItem
            key={format}
            onClick={() => {
              setAnchor(undefined);
              save.mutate(format);
            }}
          >
            {t(`usageOverTime.as.${format}`)}
          </MenuItem>
        ))}
      </Menu>
      {save.error && <Notice severity="error">{messageOf(save.error)}</Notice>}
    </>
  );
}
