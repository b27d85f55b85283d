import {
  FoundModel,
  ModelType,
  modelTypeSchema,
  PublishingGateway,
  PublishingOptions,
  visibilitySchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { addressValuesSchema } from '../addresses/addressValues';
import { defaultPathOf } from '../addresses/defaultPathOf';
import { hostnamesFor } from '../addresses/hostnamesFor';
import {
  limitTextsSchema,
  tenantTextsSchema,
  textsOfLimits,
} from '../limits/limitTexts';

/** Everything that is chosen and typed in the wizard, whether it is right or not. */
export const publishValuesSchema = z.object({
  /** detected: what the platform takes the model for. */
  modelType: z.enum(['detected', ...modelTypeSchema.options]),
  gateway: z.string(),
  address: addressValuesSchema,
  limits: limitTextsSchema,
  /** The tenants that may use the model, with their own limits. */
  tenants: z.array(tenantTextsSchema),
  visibility: visibilitySchema,
  requireApiKey: z.boolean(),
  metadata: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type PublishValues = z.infer<typeof publishValuesSchema>;

/** What the wizard has to know of the model and of the platform. */
export interface PublishContext {
  model: FoundModel;
  options: PublishingOptions;
}

/** As what the model is going to be published. */
export function chosenType(
  { modelType }: Pick<PublishValues, 'modelType'>,
  { model }: Pick<PublishContext, 'model'>,
): ModelType {
  return modelType === 'detected' ? model.modelType : modelType;
}

/** The gateway that was chosen; undefined when it is not on offer any more. */
export function chosenGateway(
  { gateway }: Pick<PublishValues, 'gateway'>,
  { options }: Pick<PublishContext, 'options'>,
): PublishingGateway | undefined {
  return options.gateways.find(({ name }) => name === gateway);
}

/** The hostnames on offer for the type and the gateway that were chosen. */
export function offeredHostnames(
  values: Pick<PublishValues, 'modelType' | 'gateway'>,
  context: PublishContext,
) {
  const gateway = chosenGateway(values, context);
  return gateway
    ? hostnamesFor(gateway, {
        modelType: chosenType(values, context),
        requireApiKey: context.options.allowAnonymous ? undefined : true,
      })
    : [];
}

/** Whether callers need a key: the hostname decides for OpenAI-compatible models, and a switch for the others. */
export function requiresApiKey(
  values: PublishValues,
  context: PublishContext,
): boolean {
  if (!context.options.allowAnonymous) {
    return true;
  }
  return chosenType(values, context) === 'openai'
    ? !offeredHostnames(values, context).some(
        ({ hostname, openaiWithoutKeys }) =>
          hostname === values.address.hostname && openaiWithoutKeys,
      )
    : values.requireApiKey;
}

/** The hostname that is chosen as long as nobody chooses one. */
export function defaultHostname(
  values: Pick<PublishValues, 'modelType' | 'gateway'>,
  context: PublishContext,
): string {
  const offers = offeredHostnames(values, context);
  const [first] = offers;
  return (offers.find(({ isDefault }) => isDefault) ?? first)?.hostname ?? '';
}

function defaultGateway({ options }: PublishContext): string {
  const [first] = options.gateways;
  return (
    (options.gateways.find(({ isDefault }) => isDefault) ?? first)?.name ?? ''
  );
}

/** A draft on what is on offer by now: a gateway that is gone gives way to the default one. */
export function restoredValues(
  values: PublishValues,
  context: PublishContext,
): PublishValues {
  if (chosenGateway(values, context)) {
    return values;
  }
  const gateway = defaultGateway(context);
  const hostname = defaultHostname({ ...values, gateway }, context);
  return { ...values, gateway, address: { ...values.address, hostname } };
}

/** The wizard as it opens: what the platform would do if nothing were asked for. */
export function initialPublishValues(context: PublishContext): PublishValues {
  const { model } = context;
  const gateway = defaultGateway(context);
  return {
    modelType: 'detected',
    gateway,
    address: {
      hostname: defaultHostname({ modelType: 'detected', gateway }, context),
      label: '',
      externalPath: defaultPathOf(model.name, model.modelType),
    },
    limits: textsOfLimits({}),
    tenants: [{ tenantId: model.tenantId, limits: textsOfLimits({}) }],
    visibility: 'consumers',
    requireApiKey: true,
    metadata: [],
  };
}
