/**
 * The locale for numbers and times: the user's own variant of the app's language where the browser names one (`en-GB`
 * for `en`), and otherwise the app's language, so that no two languages are mixed on a page.
 */
export function localeFor(
  appLanguage: string,
  browserLanguages: readonly string[],
): string {
  const own = browserLanguages.find(
    language => primaryOf(language) === primaryOf(appLanguage),
  );
  return own ?? appLanguage;
}

function primaryOf(language: string): string | undefined {
  return language.toLowerCase().split('-')[0];
}
