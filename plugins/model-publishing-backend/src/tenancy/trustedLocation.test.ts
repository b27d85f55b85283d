import { isTrustedLocation, trustedLocationProblem } from './trustedLocation';

describe('isTrustedLocation', () => {
  const file = 'url:https://git.example.org/platform/org/blob/main/groups.yaml';
  const folder = 'url:https://git.example.org/platform/org/blob/main/*';
  const main = 'url:https://git.example.org/platform/org/blob/main';

  it.each<[string, string[], boolean]>([
    [file, [file], true],
    [file, [folder], true],
    [file, ['msgraph:default/*', file], true],
    [`${main}/teams/a/groups.yaml`, [folder], true],
    ['msgraph:default/5a7c', ['msgraph:default/*'], true],
    [file, [], false],
    [`${file}2`, [file], false],
    [file.toUpperCase(), [file], false],
    [main, [folder], false],
    [`${main}/`, [folder], false],
    [`${main}-of-a-stranger/groups.yaml`, [folder], false],
    [
      'url:https://git.example.org/a/b',
      ['url:https://git.example.org/*'],
      true,
    ],
    [
      'url:https://git.example.org.stranger.example/a',
      ['url:https://git.example.org/*'],
      false,
    ],
    ['file:/catalog/groups.yaml', ['url:/catalog/groups.yaml'], false],
  ])('is asked about %s with %j: %s', (location, patterns, expected) => {
    expect(isTrustedLocation(location, patterns)).toBe(expected);
  });

  it.each([
    '../../../../stranger/org/blob/main/groups.yaml',
    'teams/../../evil/groups.yaml',
    './groups.yaml',
    '%2e%2e/evil/groups.yaml',
    '.%2E/evil/groups.yaml',
    '..%2fevil/groups.yaml',
    '%252e%252e/evil/groups.yaml',
    '..\\evil\\groups.yaml',
    'x%5c..%5cevil',
    'groups.yaml?at=refs/heads/evil',
    'groups.yaml#evil',
    'groups.yaml&version=GBevil',
    'a//groups.yaml',
    'a\t/groups.yaml',
    '',
  ])('does not follow a wildcard to %j', path => {
    expect(isTrustedLocation(`${main}/${path}`, [folder])).toBe(false);
  });

  it('trusts a query that is written out', () => {
    const azure =
      'url:https://dev.azure.com/acme/org/_git/org?path=/groups.yaml';
    expect(isTrustedLocation(azure, [azure])).toBe(true);
    expect(isTrustedLocation(`${azure}&version=GBevil`, [azure])).toBe(false);
  });
});

describe('trustedLocationProblem', () => {
  it.each([
    'url:https://git.example.org/platform/org/groups.yaml',
    'url:https://git.example.org/*',
    'url:https://dev.azure.com/acme/org/_git/org?path=/groups/*',
    'file:/catalog/groups.yaml',
    'msgraph:default/*',
    'ldap:ldaps://directory.example.org/*',
  ])('takes %s', pattern => {
    expect(trustedLocationProblem(pattern)).toBeUndefined();
  });

  it.each([
    '',
    '*',
    '/*',
    'https',
    'url:*',
    'url:https://git.example.org*',
    'url:https://*/org',
    'url:https://*.example.org/*',
    'url:https://git.example.org/**',
    'url:https://git.example.org/*/groups.yaml',
    'url:https://git.example.org',
    'url:git.example.org/*',
    'url:https:///*',
    'url:https://user@git.example.org/*',
  ])('refuses %j', pattern => {
    expect(trustedLocationProblem(pattern)).toMatch(/^must/);
  });
});
