import { TimedActivity } from '../ActivityStore';

/** A rotation by a person, of publication "one". */
export function anActivity(
  overrides: Partial<TimedActivity> = {},
): TimedActivity {
  return {
    uid: 'one',
    at: new Date('2026-01-02T12:00:00Z'),
    action: 'key-rotate',
    actor: { kind: 'user', name: 'user:default/ann' },
    outcome: 'success',
    details: { keyIds: ['key1'] },
    ...overrides,
  };
}
