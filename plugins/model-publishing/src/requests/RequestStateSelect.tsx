import TextField from '@material-ui/core/TextField';
import Box from '@material-ui/core/Box';
import { useId } from 'react';
import { useTexts } from '../translation/useTexts';
import { RequestStateChoice, requestStateChoiceSchema } from './requestList';

export interface RequestStateSelectProps {
  value: RequestStateChoice;
  onChoose(value: RequestStateChoice): void;
}

/** Which requests are shown; the browser's own choice, so that every keyboard and every phone can work it. */
export function RequestStateSelect({
  value,
  onChoose,
}: RequestStateSelectProps) {
  const t = useTexts();
  return (
    <Box px={2} pb={2}>
      <TextField
        id={useId()}
        select
        label={t('requests.state.label')}
        value={value}
        onChange={event =>
          onChoose(requestStateChoiceSchema.parse(event.target.value))
        }
        variant="outlined"
        size="small"
        InputLabelProps={{ shrink: true }}
        SelectProps={{ native: true }}
      >
        {requestStateChoiceSchema.options.map(state => (
          <option key={state} value={state}>
            {t(`requests.state.${state}`)}
          </option>
        ))}
      </TextField>
    </Box>
  );
}
