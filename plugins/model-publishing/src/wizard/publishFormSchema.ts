import {
  publicationConfigSchema,
  tenantIdSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { addressFormSchema } from '../addresses/addressValues';
import { limitsFormSchema } from '../limits/limitsFormSchema';
import { limitTextsSchema } from '../limits/limitTexts';
import { Texts } from '../translation/useTexts';
import {
  chosenGateway,
  chosenType,
  offeredHostnames,
  PublishContext,
  PublishValues,
  publishValuesSchema,
  requiresApiKey,
} from './publishValues';

/** One entry is a record of one for the rules of the backend. */
const metadataEntrySchema = z
  .object({ name: z.string(), value: z.string() })
  .superRefine(({ name, value }, { addIssue }) => {
    const { metadata } = publicationConfigSchema.shape;
    for (const [field, entry] of [
      ['name', { [name]: '' }],
      ['value', { name: value }],
    ] as const) {
      for (const { message } of metadata.safeParse(entry).error?.issues ?? []) {
        addIssue({ code: 'custom', path: [field], message });
      }
    }
  });

/** Checks what was typed so far by the rules that the backend applies too. Which rules these are depends on the values. */
export function publishFormSchema(
  values: PublishValues,
  context: PublishContext,
  t: Texts,
) {
  const gateway = chosenGateway(values, context);
  const modelType = chosenType(values, context);
  const { maxima } = context.options.limits;
  const limits = limitsFormSchema({ maxima, precision: gateway?.limits }, t);
  const isPublic = !requiresApiKey(values, context);
  return publishValuesSchema.extend({
    modelType: publishValuesSchema.shape.modelType.refine(
      () => modelType !== 'openai' || gateway?.openai !== false,
      t('wizard.address.noOpenai'),
    ),
    gateway: z
      .string()
      .refine(() => gateway !== undefined, t('wizard.address.noGateway')),
    address: addressFormSchema(
      { modelType, hostnames: offeredHostnames(values, context) },
      t,
    ),
    limits,
    tenants: z
      .array(
        z.object({
          tenantId: z.string().trim().pipe(tenantIdSchema),
          // Without keys nobody is told apart, so that these are not asked for.
          limits: isPublic ? limitTextsSchema : limits,
        }),
      )
      .superRefine((tenants, { addIssue }) =>
        tenants.forEach(({ tenantId }, index) => {
          const first = tenants.findIndex(other => other.tenantId === tenantId);
          if (first < index) {
            addIssue({
              code: 'custom',
              path: [index, 'tenantId'],
              message: t('wizard.limits.sameTenant'),
            });
          }
        }),
      ),
    metadata: z
      .array(metadataEntrySchema)
      .superRefine((entries, { addIssue }) =>
        entries.forEach(({ name }, index) => {
          if (entries.findIndex(other => other.name === name) < index) {
            addIssue({
              code: 'custom',
              path: [index, 'name'],
              message: t('wizard.limits.sameName'),
            });
          }
        }),
      ),
  });
}
