import {
  curlSnippet,
  isRefusedByFetch,
  keyVariableOf,
  SnippetLanguage,
  snippetLanguagesOf,
  snippetOf,
  SnippetRequest,
} from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';
import { SnippetCode } from './SnippetCode';
import { useSnippetLanguage } from './useSnippetLanguage';

const useStyles = makeStyles(theme => ({
  // Backstage's theme makes a tab white under the pointer, in the dark too.
  tab: {
    '&:hover': {
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.action.hover,
    },
  },
}));

export interface SnippetsProps {
  request: SnippetRequest;
  /** A key that was just issued: the command line sets it. All other programs read it from a variable. */
  apiKey?: string;
}

/** Programs that call a published model, in the language of one's choice. */
export function Snippets({ request, apiKey }: SnippetsProps) {
  const t = useTexts();
  const id = useId();
  const classes = useStyles();
  const { source } = request;
  const languages = snippetLanguagesOf(source);
  const [language, setLanguage] = useSnippetLanguage(languages);
  const variable = keyVariableOf(source);
  const setsKey = language === 'curl' && apiKey !== undefined;
  return (
    <>
      <Tabs
        value={language}
        onChange={(_, chosen: SnippetLanguage) => setLanguage(chosen)}
        aria-label={t('snippets.languages')}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="auto"
        selectionFollowsFocus
      >
        {languages.map(name => (
          <Tab
            key={name}
            className={classes.tab}
            value={name}
            label={t(`snippets.language.${name}`)}
            id={`${id}-${name}`}
            aria-controls={`${id}-panel`}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${language}`}
        pt={2}
      >
        {variable && !setsKey && (
          <Labelled label={t('snippets.setKey')}>
            <SnippetCode
              code={t('snippets.setKeyTo', { variable })}
              label={t('snippets.setKey')}
              copyLabel={t('snippets.copySetKey')}
            />
          </Labelled>
        )}
        <SnippetCode
          code={
            language === 'curl'
              ? curlSnippet(request, apiKey)
              : snippetOf(language, request)
          }
          label={t('snippets.code')}
          copyLabel={t('snippets.copyCode')}
        />
        <Typography variant="body2" color="textSecondary">
          {t(`snippets.notes.${language}`)}
        </Typography>
        {source.openai && isRefusedByFetch(source.openai.baseUrl) && (
          <Typography variant="body2" color="textSecondary">
            {t('snippets.refusedByFetch')}
          </Typography>
        )}
      </Box>
    </>
  );
}
