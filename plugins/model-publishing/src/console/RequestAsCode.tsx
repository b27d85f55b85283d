import {
  keyVariableOf,
  snippetLanguagesOf,
  snippetOf,
} from '@inference-portal/plugin-model-publishing-common';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { KnownPublication } from '../api/usePublication';
import { CopyableText } from '../feedback/CopyableText';
import { useTexts } from '../translation/useTexts';
import { Expandable } from './Expandable';
import { TestRequest } from './TestAnswer';

export interface RequestAsCodeProps {
  publication: Pick<
    KnownPublication,
    'externalUrl' | 'openai' | 'authentication'
  >;
  request: TestRequest;
}

/** The request as a program would send it, to be copied. */
export function RequestAsCode({ publication, request }: RequestAsCodeProps) {
  const t = useTexts();
  const { externalUrl, openai, authentication } = publication;
  const { requireApiKey } = authentication;
  const source = { externalUrl, openai, requireApiKey };
  const variable = keyVariableOf(source);
  const languages = snippetLanguagesOf(source);
  const [language, setLanguage] = useState(languages[0]);
  if (!language) {
    return null;
  }
  const { endpoint, body } = request;
  const withModel = body && openai ? { model: openai.model, ...body } : body;
  return (
    <Expandable title={t('console.asCode')}>
      <TextField
        select
        margin="dense"
        variant="outlined"
        id="model-publishing-console-language"
        label={t('console.language')}
        value={language}
        onChange={({ target }) =>
          setLanguage(languages.find(one => one === target.value))
        }
      >
        {languages.map(one => (
          <MenuItem key={one} value={one}>
            {t(`console.languages.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <CopyableText
        text={snippetOf(language, { source, endpoint, body: withModel })}
        copyLabel={t('console.copyCode')}
        block
      />
      {variable && (
        <Typography variant="body2" color="textSecondary">
          {t('console.codeHelp', { variable })}
        </Typography>
      )}
    </Expandable>
  );
}
