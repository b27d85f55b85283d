import {
  curlSnippet,
  SnippetSource,
} from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { CopyableText } from '../feedback/CopyableText';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';

export interface ExampleCallProps {
  publication: SnippetSource;
  /** A key that was just issued; without it, the line reads the key from a variable. */
  apiKey?: string;
}

/** A command line to try a publication with, and what to change in it. */
export function ExampleCall({ publication, apiKey }: ExampleCallProps) {
  const t = useTexts();
  const help = [
    t(publication.openai ? 'example.chatHelp' : 'example.predictHelp'),
    ...(apiKey === undefined ? [] : [t('example.holdsKey')]),
  ];
  return (
    <Labelled label={t('example.label')}>
      <CopyableText
        text={curlSnippet({ source: publication }, apiKey)}
        copyLabel={t('copy.command')}
        block
      />
      <Typography variant="body2" color="textSecondary">
        {help.join(' ')}
      </Typography>
    </Labelled>
  );
}
