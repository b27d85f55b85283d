import { kindOfFailure } from './kindOfFailure';

const named = (name: string) => Object.assign(new Error(), { name });
const coded = (code: string) => Object.assign(new Error(), { code });

describe('the kind of a failure', () => {
  it.each([
    ['409', { code: 409, body: '{}' }],
    ['timeout', named('TimeoutError')],
    ['timeout', named('AbortError')],
    ['no-api-server', new SyntaxError()],
    ['certificate', coded('CERT_HAS_EXPIRED')],
    ['connection', coded('ECONNREFUSED')],
    ['connection', new Error('with something that differs each time')],
  ])('is %s', (kind, error) => expect(kindOfFailure(error)).toBe(kind));
});
