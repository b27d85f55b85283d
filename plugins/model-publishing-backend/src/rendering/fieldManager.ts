import { MANAGED_BY } from '@inference-portal/plugin-model-publishing-common';
import { ManagedFields } from '../cluster/defineResource';

/** Name under which rendered objects are applied. */
const FIELD_MANAGER = MANAGED_BY;

/** Whether an entry of the API server's book-keeping is about what we have applied. */
export function isOurApply({
  manager,
  operation,
  subresource,
}: ManagedFields): boolean {
  return manager === FIELD_MANAGER && operation === 'Apply' && !subresource;
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
