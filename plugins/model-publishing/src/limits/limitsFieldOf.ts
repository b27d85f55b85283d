import { LIMIT_NAMES } from '@inference-portal/plugin-model-publishing-common';
import { FieldPath } from 'react-hook-form';
import { LimitsFormValues } from './limitTexts';

/** The field of a form for limits that a field of a request stands for, such as `config.rateLimiting.burstLimit`. */
export function limitsFieldOf(
  field: string,
  { tenants }: Pick<LimitsFormValues, 'tenants'>,
): FieldPath<LimitsFormValues> | undefined {
  const [, , ...path] = field.split('.');
  const limitIn = (text: string | undefined) =>
    LIMIT_NAMES.find(name => name === text);
  if (path[0] !== 'perTenant') {
    const limit = limitIn(path[0]);
    return limit && `limits.${limit}`;
  }
  const index = tenants.findIndex(
    ({ tenantId }) => tenantId.trim() === path[1],
  );
  const limit = limitIn(path[2]);
  return index >= 0 && limit ? `tenants.${index}.limits.${limit}` : undefined;
}
