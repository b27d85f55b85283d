import { KubeConfig } from '@kubernetes/client-node';
import path from 'node:path';
import { z } from 'zod';
import { Extra, ExtraObjects, extraSchema } from './ExtraObjects';
import { putHostLines, removeHostLines } from './hostLines';
import { startUntilReady } from './startUntilReady';

/** A tenant that only these tests have. */
export const EXTRA_TENANT = 'tenant-c';
/** Models of the sandbox; the first knows the Responses API, the second is of KServe's kind for language models. */
const MODELS = [`${EXTRA_TENANT}/chat3`, 'tenant-a/llm'];

/**
 * Gives a cluster models that its own model servers are not like, for the time of the tests: served by this machine, where
 * the cluster finds them by a file of host names.
 *
 * @param hostsFile - in which the gateway looks names up
 * @returns how to take everything out again
 */
export async function addExtraModels(
  kubeConfig: KubeConfig,
  hostsFile: string,
  logFolder: string,
): Promise<() => Promise<void>> {
  const { started, said } = await startUntilReady({
    name: 'model servers',
    script: 'src/models/main.ts',
    args: MODELS,
    logFile: path.join(logFolder, 'models.log'),
  });
  const { models } = z.object({ models: z.array(extraSchema) }).parse(said);
  const objects = new ExtraObjects(kubeConfig);
  const remove = async () => {
    await removeAll(objects, models);
    removeHostLines(
      hostsFile,
      models.map(({ host }) => host),
    );
  };
  const stop = async () => {
    await remove();
    await started.stop('SIGTERM');
  };
  try {
    // What a run that was killed has left.
    await remove();
    putHostLines(hostsFile, models);
    await objects.addTenant(EXTRA_TENANT);
    for (const model of models) {
      await objects.addModel(model);
    }
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function removeAll(objects: ExtraObjects, models: Extra[]) {
  for (const model of models) {
    await objects.removeModel(model);
  }
  await objects.removeTenant(EXTRA_TENANT);
}
