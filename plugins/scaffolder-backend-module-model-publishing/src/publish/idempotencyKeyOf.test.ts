import { idempotencyKeyOf } from './idempotencyKeyOf';

const task = { task: { id: 'task-1' }, step: { id: 'publish' } };
const iris = { model: 'iris', tenantId: 'tenant-a' };

describe('the Idempotency-Key of a step', () => {
  it('is the same for the same step of the same task, whatever else is asked for', () => {
    expect(idempotencyKeyOf(task, { ...iris, externalPath: '/a' })).toBe(
      idempotencyKeyOf(task, iris),
    );
  });

  it.each([
    ['task', { ...task, task: { id: 'task-2' } }, iris],
    ['step', { ...task, step: { id: 'publish-2' } }, iris],
    ['model', task, { ...iris, model: 'wine' }],
    ['tenant', task, { ...iris, tenantId: 'tenant-b' }],
    ['cluster', task, { ...iris, cluster: 'edge' }],
  ])('is another one for another %s', (_, otherTask, input) => {
    expect(idempotencyKeyOf(otherTask, input)).not.toBe(
      idempotencyKeyOf(task, iris),
    );
  });
});
