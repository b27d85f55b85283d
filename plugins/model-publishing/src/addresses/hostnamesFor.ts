import {
  ModelType,
  PublishingGateway,
  PublishingHostname,
} from '@inference-portal/plugin-model-publishing-common';

/**
 * The hostnames of a gateway where a model may be published. OpenAI-compatible models with keys and without never share
 * one, and other models stay away from those without keys.
 *
 * @param requireApiKey - undefined while that is decided by the choice of the hostname
 */
export function hostnamesFor(
  { hostnames }: Pick<PublishingGateway, 'hostnames'>,
  {
    modelType,
    requireApiKey,
  }: { modelType: ModelType; requireApiKey: boolean | undefined },
): PublishingHostname[] {
  const withoutKeys = modelType === 'openai' && requireApiKey !== true;
  const withKeys = modelType !== 'openai' || requireApiKey !== false;
  return hostnames.filter(({ openaiWithoutKeys }) =>
    openaiWithoutKeys ? withoutKeys : withKeys,
  );
}
