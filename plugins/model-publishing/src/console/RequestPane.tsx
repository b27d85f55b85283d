import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { KnownPublication } from '../api/usePublication';
import { useTexts } from '../translation/useTexts';
import { ConsolePane } from './ConsolePane';
import { JsonField } from './JsonField';
import { problemText } from './problemText';
import { RequestAsCode } from './RequestAsCode';
import { RequestForm } from './useRequestForm';

export interface RequestPaneProps {
  publication: KnownPublication;
  form: RequestForm;
  isRunning: boolean;
  onSend(): void;
  onStop(): void;
}

/** What to ask, and the buttons that ask it and stop. */
export function RequestPane({
  publication,
  form,
  isRunning,
  onSend,
  onStop,
}: RequestPaneProps) {
  const t = useTexts();
  const { presets, preset, request } = form;
  const { openai } = publication;
  const trySending = () => {
    if (request && !isRunning) {
      onSend();
    }
  };
  return (
    <ConsolePane title={t('console.request')}>
      <TextField
        select
        fullWidth
        margin="dense"
        variant="outlined"
        id="model-publishing-console-preset"
        label={t('console.preset')}
        value={preset.id}
        onChange={({ target }) => {
          const chosen = presets.find(({ id }) => id === target.value);
          if (chosen) {
            form.choose(chosen.id);
          }
        }}
      >
        {presets.map(({ id }) => (
          <MenuItem key={id} value={id}>
            {t(`console.presets.${id}`)}
          </MenuItem>
        ))}
      </TextField>
      {form.tenants.length > 0 && (
        <TextField
          select
          fullWidth
          margin="dense"
          variant="outlined"
          id="model-publishing-console-tenant"
          label={t('console.tenant')}
          value={form.keyTenant}
          onChange={({ target }) => form.chooseTenant(target.value)}
        >
          {form.tenants.map(tenant => (
            <MenuItem key={tenant} value={tenant}>
              {tenant}
            </MenuItem>
          ))}
        </TextField>
      )}
      <Box my={1}>
        {preset.example ? (
          <JsonField
            label={t('console.body')}
            help={[
              t('console.bodyHelp'),
              ...(openai
                ? [t('console.modelHelp', { model: openai.model })]
                : []),
            ]}
            problem={form.problem && problemText(t, form.problem)}
            value={form.text}
            onChange={form.edit}
            onSubmit={trySending}
          />
        ) : (
          <Typography variant="body2">{t('console.noBody')}</Typography>
        )}
      </Box>
      <Box display="flex" flexWrap="wrap" mb={2} style={{ gap: 8 }}>
        {/* One button, so that the focus stays where it is. */}
        <Button
          variant="contained"
          color="primary"
          disabled={!isRunning && !request}
          onClick={isRunning ? onStop : trySending}
        >
          {t(isRunning ? 'console.stop' : 'console.send')}
        </Button>
        {preset.example && (
          <Button onClick={form.reset}>{t('console.reset')}</Button>
        )}
      </Box>
      {request && <RequestAsCode publication={publication} request={request} />}
    </ConsolePane>
  );
}
