import { storageApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { SnippetLanguage } from '@inference-portal/plugin-model-publishing-common';
import { useState } from 'react';

const BUCKET = 'model-publishing';
const KEY = 'snippetLanguage';

/** The language that the user has chosen last, of those that there are; it is remembered. */
export function useSnippetLanguage(
  languages: SnippetLanguage[],
): [SnippetLanguage, (language: SnippetLanguage) => void] {
  const storage = useApiHolder().get(storageApiRef)?.forBucket(BUCKET);
  const [chosen, setChosen] = useState(
    () => storage?.snapshot<string>(KEY).value,
  );
  const [first = 'curl'] = languages;
  const language = languages.find(candidate => candidate === chosen) ?? first;
  return [
    language,
    next => {
      setChosen(next);
      // It is a convenience: whoever's portal cannot keep it chooses again.
      storage?.set(KEY, next).catch(() => undefined);
    },
  ];
}
