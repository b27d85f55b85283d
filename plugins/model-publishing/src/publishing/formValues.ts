import {
  LimitName,
  Model,
  ModelType,
  PublicationConfig,
} from '@inference-portal/plugin-model-publishing-common';
import { defaultPathOf } from '../addresses/defaultPathOf';
import { limitsOfType } from '../limits/limitsOfType';

export type FormField = 'externalPath' | LimitName;

/** The fields of the form for models of a type. */
export function fieldsOfType(modelType: ModelType): FormField[] {
  return ['externalPath', ...limitsOfType(modelType)];
}

/** What is typed into the form. An empty limit leaves it to the platform. */
export type FormValues = Record<FormField, string>;

/** What is wrong, in words, at the fields where it is wrong. */
export type FieldProblems = Partial<Record<FormField, string>>;

/** A model to be published, as far as the form needs to know it. */
export type PublishableModel = Pick<Model, 'name' | 'tenantId' | 'modelType'>;

/** The form as it opens: the platform's default path, and no limits of its own. */
export function initialValues({
  name,
  modelType,
}: PublishableModel): FormValues {
  return {
    externalPath: defaultPathOf(name, modelType),
    requestsPerMinute: '',
    requestsPerHour: '',
    tokensPerHour: '',
    burstLimit: '',
  };
}

/** The request that a filled-in form stands for. Its values must have passed `problemsOfForm`. */
export function configOfForm(
  values: FormValues,
  { tenantId, modelType }: PublishableModel,
): PublicationConfig {
  const limits = limitsOfType(modelType).flatMap(name =>
    values[name].trim() === '' ? [] : [[name, Number(values[name])] as const],
  );
  return {
    tenantId,
    externalPath: values.externalPath,
    ...(limits.length > 0 && { rateLimiting: Object.fromEntries(limits) }),
  };
}
