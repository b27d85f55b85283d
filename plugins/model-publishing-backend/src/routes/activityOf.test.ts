import { ConflictError } from '@backstage/errors';
import { RuleViolationError } from '../errors/requestProblems';
import { activityOf, AuditedCall } from './activityOf';

const ABOUT_ONE = { publicationUid: 'one', access: 'publisher' };

function aCall(overrides: Partial<AuditedCall> = {}): AuditedCall {
  return {
    eventId: 'key-rotate',
    principal: { kind: 'user', name: 'user:default/ann', claims: [] },
    meta: { ...ABOUT_ONE, keyId: 'key1', keyTenant: 'tenant-b' },
    ...overrides,
  };
}

describe('the activity of an audited call', () => {
  it('says who has done what to which key', () => {
    expect(activityOf(aCall())).toEqual({
      uid: 'one',
      action: 'key-rotate',
      actor: { kind: 'user', name: 'user:default/ann' },
      outcome: 'success',
      details: { keyIds: ['key1'], keyTenant: 'tenant-b' },
    });
  });

  it.each([
    ['several keys', { keyIds: ['a', 'b'] }, { keyIds: ['a', 'b'] }],
    ['no key', { keyId: null }, {}],
    ['parts', { changed: ['visibility'] }, { changed: ['visibility'] }],
    ['an administrator', { actingAs: 'admin' }, { actingAs: 'admin' }],
    ['anything else', { apiKey: 'mp_secret', config: { a: 1 } }, {}],
  ])('takes of %s what it may tell', (_, meta, details) => {
    const call = aCall({ meta: { ...ABOUT_ONE, ...meta } });
    expect(activityOf(call)?.details).toEqual(details);
  });

  it.each([
    ['about no publication', { publicationUid: undefined }],
    ['a dry run', { dryRun: true }],
    ['only repeated', { repeated: true }],
  ])('is none when the call was %s', (_, meta) => {
    const call = aCall({ meta: { ...ABOUT_ONE, ...meta } });
    expect(activityOf(call)).toBeUndefined();
  });

  it('is none when a model was only tried out, successfully or not', () => {
    const call = aCall({ eventId: 'test-request', meta: ABOUT_ONE });
    const error = new ConflictError('x');
    expect([activityOf(call), activityOf({ ...call, error })]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('says which kind of failure it was and where, and never what was sent', () => {
    const error = new RuleViolationError([
      { field: 'config.externalPath', problem: 'is mp_secret' },
    ]);
    expect(activityOf(aCall({ meta: ABOUT_ONE, error }))).toMatchObject({
      outcome: 'failure',
      details: {
        problem: 'RuleViolationError',
        fields: ['config.externalPath'],
      },
    });
    expect(
      activityOf(aCall({ meta: ABOUT_ONE, error: new ConflictError('x') }))
        ?.details,
    ).toEqual({ problem: 'ConflictError' });
  });

  it.each(['consumer', 'viewer'])(
    'tells what a %s has done, and not what it has tried',
    access => {
      const meta = { ...ABOUT_ONE, access };
      expect(activityOf(aCall({ meta }))?.outcome).toBe('success');
      const error = new Error('no');
      expect(activityOf(aCall({ meta, error }))).toBeUndefined();
    },
  );
});
