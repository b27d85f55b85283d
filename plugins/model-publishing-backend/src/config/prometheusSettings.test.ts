import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readModelPublishingConfig } from './readModelPublishingConfig';

const kubernetes = {
  clusterLocatorMethods: [
    { type: 'config', clusters: [{ name: 'one' }, { name: 'two' }] },
  ],
};
const url = 'https://prometheus.example.org';
/** Neither needs to be a real one: what is in it is for OpenSSL to read. */
const caData = Buffer.from(
  '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n',
).toString('base64');

function read(clusters: { [name: string]: JsonObject }) {
  const config = new ConfigReader({
    kubernetes,
    modelPublishing: {
      gateways: [
        {
          name: 'models',
          namespace: 'model-gateway',
          gateway: 'models',
          hostnames: { default: 'a.example.org', allowed: ['a.example.org'] },
        },
      ],
      clusters,
    },
  });
  return readModelPublishingConfig(config).prometheus;
}

const settingsOf = (prometheus: JsonObject) =>
  read({ one: { prometheus } }).get('one');

/** The lines of the error, without what they all begin with. */
function problemsOf(prometheus: JsonObject): string[] {
  try {
    settingsOf(prometheus);
    return [];
  } catch (error) {
    return String(error)
      .split('\n  modelPublishing.clusters.one.prometheus')
      .slice(1);
  }
}

describe('clusters.<name>.prometheus', () => {
  it('needs an address only', () => {
    expect(settingsOf({ url })).toEqual({
      url,
      authorization: undefined,
      headers: {},
      tls: {
        caFile: undefined,
        caData: undefined,
        serverName: undefined,
        skipVerify: false,
      },
      selectors: {},
      timeoutMs: 10_000,
    });
  });

  it('takes everything that is given', () => {
    expect(
      settingsOf({
        url: `${url}/prometheus/`,
        basic: { username: 'portal', password: 'geheim: "ä"' },
        headers: { 'X-Scope-OrgID': 'platform' },
        caData,
        serverName: 'prometheus.internal',
        skipTLSVerify: true,
        selectors: { cluster: 'prod "1"' },
        timeout: { seconds: 30 },
      }),
    ).toEqual({
      url: `${url}/prometheus`,
      authorization: {
        type: 'basic',
        username: 'portal',
        password: 'geheim: "ä"',
      },
      headers: { 'X-Scope-OrgID': 'platform' },
      tls: {
        caFile: undefined,
        caData,
        serverName: 'prometheus.internal',
        skipVerify: true,
      },
      selectors: { cluster: 'prod "1"' },
      timeoutMs: 30_000,
    });
  });

  it.each<[JsonObject, object]>([
    [{ bearerToken: 't' }, { type: 'token', token: 't' }],
    [{ bearerTokenFile: '/t' }, { type: 'tokenFile', file: '/t' }],
  ])('reads %j', (given, authorization) => {
    expect(settingsOf({ url, ...given })?.authorization).toEqual(authorization);
  });

  it('is of those clusters alone that have one', () => {
    expect([
      ...read({
        one: { serviceAccountToken: 't' },
        two: { prometheus: { url } },
      }).keys(),
    ]).toEqual(['two']);
  });

  it.each<[string, JsonObject]>([
    ['.url: is missing', {}],
    ...[
      'prometheus.example.org',
      'ftp://prometheus.example.org',
      'https://portal:s3cret@prometheus.example.org',
      'https://:s3cret@prometheus.example.org',
      `${url}/?token=s3cret`,
      `${url}/#s3cret`,
      '',
    ].map((wrong): [string, JsonObject] => [
      '.url: must be http or https, host, port and path only',
      { url: wrong },
    ]),
    ['.bearerToken: must be printable', { url, bearerToken: '' }],
    ['.bearerToken: must be printable', { url, bearerToken: 's3cret\n' }],
    ['.bearerTokenFile: ', { url, bearerTokenFile: '' }],
    [
      '.basic.username: must not be empty',
      { url, basic: { username: 'a:b', password: 's3cret' } },
    ],
    ['.basic.password: is missing', { url, basic: { username: 'a' } }],
    [
      '.basic.token: is not a known key',
      { url, basic: { username: 'a', password: 's3cret', token: 's3cret' } },
    ],
    ...['', 'X Scope', 'X-Scope:'].map((name): [string, JsonObject] => [
      `.headers${name && `.${name}`}: is not the name of a header`,
      { url, headers: { [name]: 'a' } },
    ]),
    ...['Host', 'content-type'].map((name): [string, JsonObject] => [
      `.headers.${name}: is set by the portal itself`,
      { url, headers: { [name]: 'a' } },
    ]),
    [
      '.headers.X-Scope-OrgID: must be printable ASCII',
      { url, headers: { 'X-Scope-OrgID': 'a\r\nb: c' } },
    ],
    ['.caFile: ', { url, caFile: '' }],
    ['.caData: must be PEM certificates in base64', { url, caData: 'abc' }],
    ['.serverName: ', { url, serverName: '' }],
    ['.skipTLSVerify: ', { url, skipTLSVerify: 'maybe' }],
    ...['a-b', '1a', '__name__', '', 'a="b",c'].map(
      (name): [string, JsonObject] => [
        `.selectors${name && `.${name}`}: is not the name of a label`,
        { url, selectors: { [name]: 'a' } },
      ],
    ),
    ['.selectors.cluster: ', { url, selectors: { cluster: 1 } }],
    ...['0s', '61s', 'soon', 10].map((timeout): [string, JsonObject] => [
      '.timeout: must be a duration from 1s to 60s',
      { url, timeout },
    ]),
    ['.uri: is not a known key', { url, uri: url }],
    [': must have caFile or caData, not both', { url, caFile: '/a', caData }],
    ...[
      { bearerToken: 's3cret', bearerTokenFile: '/t' },
      {
        bearerToken: 's3cret',
        basic: { username: 'a', password: 's3cret' },
      },
      { bearerTokenFile: '/t', basic: { username: 'a', password: '' } },
      { bearerToken: 's3cret', headers: { authorization: 's3cret' } },
    ].map((ways): [string, JsonObject] => [
      ': must have only one of bearerToken',
      { url, ...ways },
    ]),
  ])('says "%s" of %j, and nothing else', (problem, given) => {
    const problems = problemsOf(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(problem)).toBe(true);
    expect(problems[0]).not.toContain('s3cret');
  });
});
