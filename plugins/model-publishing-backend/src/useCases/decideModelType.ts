import {
  ModelType,
  PublicationConfig,
} from '@inference-portal/plugin-model-publishing-common';
import { ObservedModel } from '../models/ModelDirectory';
import { UseCaseDependencies } from './UseCaseDependencies';

export interface DecidedModelType {
  modelType: ModelType;
  /** What decided, for people. */
  rule: string;
}

/**
 * As what a model is to be published: what the request says, else what is known of the model, and where that is a guess
 * and the platform allows it, what the model's server answers.
 */
export async function decideModelType(
  { config, modelProbe }: Pick<UseCaseDependencies, 'config' | 'modelProbe'>,
  { modelType }: Pick<PublicationConfig, 'modelType'>,
  model: Pick<
    ObservedModel,
    'modelType' | 'modelTypeRule' | 'isTypeGuessed' | 'ready' | 'upstream'
  >,
): Promise<DecidedModelType> {
  if (modelType) {
    return { modelType, rule: 'the request says so' };
  }
  const known = { modelType: model.modelType, rule: model.modelTypeRule };
  const { upstream } = model;
  const mayAsk = config.openai.liveProbe && model.isTypeGuessed && model.ready;
  if (!mayAsk || !upstream.ok) {
    return known;
  }
  const answer = await modelProbe.speaksOpenai(upstream.upstream);
  const address = `GET /${upstream.upstream.openaiPrefix}/models`;
  switch (answer) {
    case undefined:
      return { ...known, rule: `${known.rule}, and its server did not answer` };
    case true:
      return {
        modelType: 'openai',
        rule: `its server answers ${address} in OpenAI's protocol`,
      };
    default:
      return {
        modelType: 'traditional',
        rule: `its server does not answer ${address} in OpenAI's protocol`,
      };
  }
}
