import { localeFor } from './localeFor';

describe('localeFor', () => {
  it.each([
    ['en', ['de-DE', 'en-GB', 'en-US'], 'en-GB'],
    ['de', ['en-GB', 'DE-at'], 'DE-at'],
    ['fr', ['de-DE'], 'fr'],
    ['pt-BR', ['pt-PT'], 'pt-PT'],
    ['en', [], 'en'],
    ['en', ['en-US@posix', 'en-GB'], 'en-GB'],
  ])(
    'is for an app in %s and a browser with %j: %s',
    (app, browser, locale) => {
      expect(localeFor(app, browser)).toBe(locale);
    },
  );
});
