import { CodeSnippet } from '@backstage/core-components';
import { useTexts } from '../translation/useTexts';

/** YAML, coloured and with line numbers. What is too wide is scrolled to, by keyboard too. */
export function YamlText({ text }: { text: string }) {
  const t = useTexts();
  return (
    <div
      role="region"
      aria-label={t('manifests.yaml')}
      // What can be scrolled has to be reached by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      style={{ overflow: 'auto' }}
    >
      <CodeSnippet text={text} language="yaml" showLineNumbers />
    </div>
  );
}
