/**
 * The locale for numbers and times: the user's own variant of the app's language where the browser names one (`en-GB`
 * for `en`), and otherwise the app's language, so that no two languages are mixed on a page.
 */
export function localeFor(
  appLanguage: string,
  browserLanguages: readonly string[],
): string {
  const own = browserLanguages.find(
    language =>
      primaryOf(language) === primaryOf(appLanguage) && isTag(language),
  );
  return own ?? appLanguage;
}

function primaryOf(language: string): string | undefined {
  return language.toLowerCase().split('-')[0];
}

/** Browsers name what is no language tag too: Chromium in the locale POSIX says `en-US@posix`. */
function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}
