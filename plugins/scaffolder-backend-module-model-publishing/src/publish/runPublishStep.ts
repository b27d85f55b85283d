import { InputError } from '@backstage/errors';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { ModelPublishingClient } from '@inference-portal/plugin-model-publishing-common';
import { InitiatedTask } from '../clientOfInitiator';
import { idempotencyKeyOf } from './idempotencyKeyOf';
import { planModel } from './planModel';
import { PublishedModel, publishOrKeep } from './publishOrKeep';
import {
  PublishInput,
  publishInputSchema,
  PublishOutput,
} from './publishSchemas';

export interface PublishStepOptions {
  /** The portal's REST API, in the name of whoever has started the task. */
  clientOf(
    task: InitiatedTask,
  ): Promise<
    Pick<
      ModelPublishingClient,
      'publish' | 'planPublication' | 'getPublication'
    >
  >;
  /** Page where keys are revealed and rotated. */
  portalUrl: string;
}

type StepContext = Pick<
  ActionContext<Record<string, never>>,
  'logger' | 'isDryRun' | 'getInitiatorCredentials' | 'signal' | 'task' | 'step'
> & {
  input: unknown;
  output(name: string, value: string): void;
};

/** One step of a task: publishes, or in a dry run says what publishing would do. */
export async function runPublishStep(
  { clientOf, portalUrl }: PublishStepOptions,
  context: StepContext,
): Promise<void> {
  const { logger, isDryRun } = context;
  const input = parseInput(context.input);
  const { model, ...config } = input;
  const client = await clientOf(context);
  const { publication, kept } = await publishOrKeep(
    client,
    { model, config },
    () =>
      isDryRun
        ? planModel(client, { model, config }, logger)
        : client.publish(model, config, {
            idempotencyKey: idempotencyKeyOf(context, input),
          }),
  );
  publication.warnings.forEach(({ field, message }) =>
    logger.warn(`${field} ${message}`),
  );
  const outcome = kept
    ? 'is published already, as this task asks for,'
    : `${isDryRun ? 'would be' : 'is'} published`;
  logger.info(
    `Model "${model}" of tenant "${input.tenantId}" ${outcome} at ${publication.externalUrl}`,
  );
  Object.entries(outputOf(publication, portalUrl)).forEach(([name, value]) =>
    context.output(name, value),
  );
}

/** @throws InputError with every problem */
function parseInput(value: unknown): PublishInput {
  const parsed = publishInputSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the input'}: ${message}`,
    );
    throw new InputError(
      `The input of model-publishing:publish is wrong: ${problems.join('; ')}`,
    );
  }
  return parsed.data;
}

/** Field by field, so that nothing else of the portal's answer can become part of it. */
function outputOf(
  { id, externalUrl, openai, apiKeyId, apiKeyHint }: PublishedModel,
  portalUrl: string,
): PublishOutput {
  return {
    publicationId: id,
    externalUrl,
    portalUrl,
    ...(openai && { baseUrl: openai.baseUrl, model: openai.model }),
    ...(apiKeyId !== null && { keyId: apiKeyId }),
    ...(apiKeyHint !== null && { keyHint: apiKeyHint }),
  };
}
