import { createServer, Server } from 'node:http';
import { closeServer } from '../listenOnLoopback';
import { seededLanguageModel } from '../seed/seededModel';
import { listenOnFreeAddress } from './listenOnFreeAddress';
import { modelRequestHandler } from './modelRequestHandler';
import { RequestLog } from './RequestLog';

/** A model that answers at an address of this machine, and its objects, for whoever puts them into a cluster. */
export interface ServedSeed {
  readonly host: string;
  /** Where `host` must lead. */
  readonly address: string;
  readonly model: object;
  /** Its owner has no uid yet. */
  readonly service: object;
}

/** Longer than gateways keep idle connections, so that they never use one that is about to close. */
const keepAliveTimeout = 3_600_000;

/**
 * Serves language models of the sandbox by themselves, for a cluster that has none like them: each on a loopback address
 * of its own, as their Services have fixed ports.
 *
 * @param names - `<namespace>/<name>` of each
 */
export async function serveSeededModels(
  names: readonly string[],
): Promise<{ models: ServedSeed[]; close: () => Promise<void> }> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  try {
    const models: ServedSeed[] = [];
    for (const name of names) {
      const { served, host, port, model, serviceOf } =
        seededLanguageModel(name);
      const server = createServer(
        { keepAliveTimeout },
        modelRequestHandler(served, new RequestLog()),
      );
      const address = await listenOnFreeAddress(server, port, name);
      servers.push(server);
      models.push({ host, address, model, service: serviceOf('') });
    }
    return { models, close };
  } catch (error) {
    await close();
    throw error;
  }
}
