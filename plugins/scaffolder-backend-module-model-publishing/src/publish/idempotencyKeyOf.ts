import { createHash } from 'node:crypto';
import { PublishInput } from './publishSchemas';

/** What stays the same when a task is tried again. */
export interface TaskStep {
  task: { id: string };
  step?: { id?: string };
}

/**
 * The Idempotency-Key of one step of a task. A step with `each` publishes several models, so the model belongs to it.
 * Hashed, because steps have names of any length and alphabet.
 */
export function idempotencyKeyOf(
  { task, step }: TaskStep,
  { cluster, tenantId, model }: PublishInput,
): string {
  const parts = [task.id, step?.id, cluster, tenantId, model];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `scaffolder-${hash}`;
}
