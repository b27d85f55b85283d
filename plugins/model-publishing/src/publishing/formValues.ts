import {
  Model,
  PublicationConfig,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';

/** The limits that the form offers, in their order. */
export const FORM_LIMITS = [
  'requestsPerMinute',
  'requestsPerHour',
  'burstLimit',
] as const satisfies ReadonlyArray<keyof RateLimiting>;

export const FORM_FIELDS = ['externalPath', ...FORM_LIMITS] as const;

export type FormField = (typeof FORM_FIELDS)[number];

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
    externalPath:
      modelType === 'openai' ? `/v1/models/${name}` : `/models/${name}`,
    requestsPerMinute: '',
    requestsPerHour: '',
    burstLimit: '',
  };
}

/** The request that a filled-in form stands for. Its values must have passed `problemsOfForm`. */
export function configOfForm(
  values: FormValues,
  { tenantId }: PublishableModel,
): PublicationConfig {
  const limits = FORM_LIMITS.flatMap(name =>
    values[name].trim() === '' ? [] : [[name, Number(values[name])] as const],
  );
  return {
    tenantId,
    externalPath: values.externalPath,
    ...(limits.length > 0 && { rateLimiting: Object.fromEntries(limits) }),
  };
}
