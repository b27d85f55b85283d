import { mayAccess } from './portalAccounts';

const access = { group: '', verb: 'list', resource: 'secrets', user: 'viewer' };

describe('the accounts of the sandbox', () => {
  it.each([
    [{ ...access }, false],
    [{ ...access, resource: 'configmaps' }, false],
    [{ ...access, resource: 'httproutes' }, true],
    [{ ...access, resource: 'httproutes', verb: 'delete' }, false],
    [{ ...access, user: 'portal', verb: 'delete' }, true],
  ])('decides over %j: %s', (wanted, allowed) => {
    expect(mayAccess(wanted)).toBe(allowed);
  });
});
