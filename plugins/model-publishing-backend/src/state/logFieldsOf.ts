import { PublicationState } from './PublicationState';

/** What each line of the log about a publication says besides its message. */
export function logFieldsOf({
  id,
  tenant,
  model,
  gateway,
}: Pick<PublicationState, 'id' | 'tenant' | 'model' | 'gateway'>) {
  return { publication: id, tenant, model, gateway };
}
