import {
  hostnameSchema,
  ModelType,
  PublishingHostname,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { Texts } from '../translation/useTexts';
import { pathProblems } from './pathProblems';

/** What is chosen and typed for an address. */
export const addressValuesSchema = z.object({
  /** One of the hostnames on offer: a name, or `*.` and a name. */
  hostname: z.string(),
  /** What stands in the place of the star. */
  label: z.string(),
  externalPath: z.string(),
});
export type AddressValues = z.infer<typeof addressValuesSchema>;

/** The part of a form that is about an address. */
export interface AddressFormValues {
  address: AddressValues;
}

export const isWildcard = (hostname: string) => hostname.startsWith('*.');

/** The hostname that was chosen, with what was typed for its star. */
export function hostnameOf({
  hostname,
  label,
}: Pick<AddressValues, 'hostname' | 'label'>): string {
  return isWildcard(hostname)
    ? `${label.trim()}${hostname.slice(1)}`
    : hostname;
}

/** An address as a form shows it. A hostname that is not on offer any more stays what it is. */
export function valuesOfAddress(
  {
    publicHostname,
    externalPath,
  }: Record<'publicHostname' | 'externalPath', string>,
  hostnames: Pick<PublishingHostname, 'hostname'>[],
): AddressValues {
  const isOffered = hostnames.some(
    ({ hostname }) => hostname === publicHostname,
  );
  const wildcard = hostnames.find(
    ({ hostname }) =>
      isWildcard(hostname) && publicHostname.endsWith(hostname.slice(1)),
  );
  return isOffered || !wildcard
    ? { hostname: publicHostname, label: '', externalPath }
    : {
        hostname: wildcard.hostname,
        label: publicHostname.slice(0, 1 - wildcard.hostname.length),
        externalPath,
      };
}

/** Checks an address by the rules that the backend applies too, for a form. */
export function addressFormSchema(
  {
    modelType,
    hostnames,
  }: {
    modelType: ModelType;
    hostnames: Pick<PublishingHostname, 'hostname'>[];
  },
  t: Texts,
) {
  return addressValuesSchema.superRefine((values, context) => {
    const [pathProblem] = pathProblems(values.externalPath, modelType);
    const add = (field: keyof AddressValues, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (pathProblem) {
      add('externalPath', pathProblem);
    }
    if (!hostnames.some(({ hostname }) => hostname === values.hostname)) {
      add('hostname', t('addressForm.hostnameNotOffered'));
    } else if (isWildcard(values.hostname)) {
      const name = hostnameSchema.safeParse(hostnameOf(values));
      if (!name.success || values.label.includes('.')) {
        add('label', t('addressForm.badLabel'));
      }
    }
  });
}
