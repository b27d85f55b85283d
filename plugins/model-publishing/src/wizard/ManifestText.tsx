import { CodeSnippet } from '@backstage/core-components';
import { stringify } from 'yaml';

/** One Kubernetes object as people read them. */
export function ManifestText({ manifest }: { manifest: object }) {
  return (
    <CodeSnippet
      text={stringify(manifest)}
      language="yaml"
      showCopyCodeButton
    />
  );
}
