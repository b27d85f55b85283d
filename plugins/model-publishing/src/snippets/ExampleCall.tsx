import { SnippetSource } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';
import { Snippets } from './Snippets';

export interface ExampleCallProps {
  publication: SnippetSource;
  /** A key that was just issued; without it, programs read the key from a variable. */
  apiKey?: string;
}

/** Programs to try a publication with, and what to change in them. */
export function ExampleCall({ publication, apiKey }: ExampleCallProps) {
  const t = useTexts();
  const help = [
    t(publication.openai ? 'example.chatHelp' : 'example.predictHelp'),
    ...(apiKey === undefined ? [] : [t('example.holdsKey')]),
  ];
  return (
    <Labelled label={t('example.label')}>
      <Snippets request={{ source: publication }} apiKey={apiKey} />
      <Typography variant="body2" color="textSecondary">
        {help.join(' ')}
      </Typography>
    </Labelled>
  );
}
