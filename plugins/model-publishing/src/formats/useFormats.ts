import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { Formats, formatsFor } from './formatsFor';
import { localeFor } from './localeFor';

/** Used where the app does not say which language it is in. */
const FALLBACK_LANGUAGE = 'en';

/**
 * Numbers and times in the user's own way. Whoever shows them shows texts as well, and is rendered again by `useTexts`
 * when the language changes.
 */
export function useFormats(): Formats {
  const language = useApiHolder().get(appLanguageApiRef)?.getLanguage();
  return formatsFor(
    localeFor(language?.language ?? FALLBACK_LANGUAGE, navigator.languages),
  );
}
