import {
  Activity,
  ActivityList,
} from '@inference-portal/plugin-model-publishing-common';

/** Jane has rotated a key. */
export function anActivity(overrides: Partial<Activity> = {}): Activity {
  return {
    id: '1',
    at: '2026-01-02T03:04:05.000Z',
    action: 'key-rotate',
    actor: { kind: 'user', name: 'user:default/jane' },
    outcome: 'success',
    details: { keyIds: ['key2'], keyTenant: 'tenant-b' },
    ...overrides,
  };
}

/** A page with all of these. */
export function anActivityList(
  ...activities: Array<Partial<Activity>>
): ActivityList {
  const items = activities.map((activity, index) =>
    anActivity({ id: String(index), ...activity }),
  );
  return { items, totalItems: items.length };
}
