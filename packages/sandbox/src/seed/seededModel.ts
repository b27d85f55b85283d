import { ServedModel } from '../models/modelRequestHandler';
import { readyInferenceService } from './inferenceServices';
import {
  llmPort,
  llmService,
  llmServiceNameOf,
  readyLlmInferenceService,
} from './languageModels';
import { seededModels } from './seedObjects';
import { componentService, hostOf } from './services';

/** A model of the sandbox, with what it takes to have it in another cluster. */
export interface SeededModel {
  readonly served: ServedModel;
  /** The address of its Service in the cluster. */
  readonly host: string;
  readonly port: number;
  /** The model as KServe has deployed it, its status included. */
  readonly model: object;
  /** The Service that KServe makes for it; `ownerUid` is the uid of the model there. */
  readonly serviceOf: (ownerUid: string) => object;
}

/**
 * Finds a language model in the seeds.
 *
 * @param name - `<namespace>/<name>`
 * @throws Error when there is none
 */
export function seededLanguageModel(name: string): SeededModel {
  const isMeant = (seed: { namespace: string; name: string }) =>
    `${seed.namespace}/${seed.name}` === name;
  const llm = seededModels.llm.find(isMeant);
  if (llm) {
    return {
      served: { ...llm, protocol: 'openai' },
      host: hostOf(llm.namespace, llmServiceNameOf(llm.name)),
      port: llmPort,
      model: readyLlmInferenceService(llm),
      serviceOf: ownerUid => llmService(llm, ownerUid),
    };
  }
  const seed = seededModels.ready.find(isMeant);
  if (seed?.format !== 'huggingface') {
    throw new Error(`The sandbox has no language model ${name}`);
  }
  return {
    served: { ...seed, protocol: 'openai' },
    host: hostOf(seed.namespace, `${seed.name}-predictor`),
    port: 80,
    model: readyInferenceService(seed),
    serviceOf: ownerUid => componentService(seed, 'predictor', ownerUid),
  };
}
