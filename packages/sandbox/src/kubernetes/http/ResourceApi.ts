import { z } from 'zod';
import { methodNotAllowed, notFound } from '../errors/statusErrors';
import { jsonOf } from '../reads/jsonOf';
import { listJson, listObjects } from '../reads/listObjects';
import {
  parseFieldSelector,
  parseLabelSelector,
  Predicate,
} from '../reads/selectors';
import { ObjectTables } from '../store/ObjectTables';
import { ObjectRemover } from '../writes/ObjectRemover';
import {
  DeleteOptions,
  ObjectTarget,
  WriteOptions,
} from '../writes/ObjectTarget';
import { ObjectWriter } from '../writes/ObjectWriter';
import { answerWatch } from './answerWatch';
import { Exchange } from './Exchange';
import { parseBody } from './parseBody';
import { ResourcePath } from './parseResourcePath';
import { patchObject } from './patchObject';

const deleteOptionsSchema = z.object({
  dryRun: z.array(z.string()).optional(),
  propagationPolicy: z.string().optional(),
  preconditions: z
    .object({
      uid: z.string().optional(),
      resourceVersion: z.string().optional(),
    })
    .optional(),
});

/** Kinds whose deletion answers the object instead of a Status. */
const answersDeleted = ['Pod', 'Service', 'ServiceAccount'];

/** The word of RBAC for a request. Throws 405 for what the API does not know. */
export function verbOf(exchange: Exchange, { name }: ResourcePath): string {
  const verbs: Readonly<Record<string, string>> = name
    ? { GET: 'get', PUT: 'update', PATCH: 'patch', DELETE: 'delete' }
    : { GET: 'list', POST: 'create', DELETE: 'deletecollection' };
  const verb = verbs[exchange.method];
  if (!verb) {
    throw methodNotAllowed();
  }
  return verb !== 'create' &&
    exchange.method === 'GET' &&
    exchange.flag('watch')
    ? 'watch'
    : verb;
}

/** Answers the requests for objects. */
export class ResourceApi {
  constructor(
    private readonly tables: ObjectTables,
    private readonly writer: ObjectWriter,
    private readonly remover: ObjectRemover,
  ) {}

  async answer(
    exchange: Exchange,
    verb: string,
    path: ResourcePath,
  ): Promise<void> {
    const { name } = path;
    if (verb === 'watch') {
      this.#watch(exchange, path);
    } else if (name === undefined) {
      await this.#answerForCollection(exchange, verb, path);
    } else {
      await this.#answerForObject(exchange, verb, { ...path, name });
    }
  }

  async #answerForCollection(
    exchange: Exchange,
    verb: string,
    path: ResourcePath,
  ): Promise<void> {
    const { type, namespace } = path;
    if (verb === 'create') {
      const body = parseBody(await exchange.body());
      const object = this.writer.create(
        type,
        namespace,
        body,
        writeOptionsOf(exchange),
      );
      exchange.answerJson(201, jsonOf(object));
      return;
    }
    const matches = predicateOf(exchange, path);
    if (verb === 'deletecollection') {
      const options = await deleteOptionsOf(exchange);
      const doomed = this.tables.tableOf(type).list(namespace).filter(matches);
      doomed.forEach(({ metadata }) =>
        this.remover.remove({ type, ...metadata }, options),
      );
      exchange.answerJson(200, listJson(type, {}, doomed));
      return;
    }
    const json = listObjects(this.tables, {
      type,
      namespace,
      matches,
      limit: Number(exchange.param('limit')),
      continueToken: exchange.param('continue'),
      resourceVersion: exchange.param('resourceVersion'),
    });
    exchange.answerJson(200, json);
  }

  async #answerForObject(
    exchange: Exchange,
    verb: string,
    target: ObjectTarget,
  ): Promise<void> {
    if (verb === 'get') {
      const object = this.tables
        .tableOf(target.type)
        .get(target.namespace, target.name);
      if (!object) {
        throw notFound(target.type, target.name);
      }
      exchange.answerJson(200, jsonOf(object));
      return;
    }
    if (verb === 'delete') {
      await this.#delete(exchange, target);
      return;
    }
    const body = parseBody(await exchange.body());
    const options = writeOptionsOf(exchange);
    if (verb === 'update') {
      exchange.answerJson(
        200,
        jsonOf(this.writer.replace(target, body, options)),
      );
      return;
    }
    const request = {
      contentType: exchange.header('content-type').split(';')[0]?.trim() ?? '',
      body,
      force: exchange.flag('force'),
      namesManager: exchange.param('fieldManager') !== '',
    };
    const { object, created } = patchObject(
      this.writer,
      target,
      request,
      options,
    );
    exchange.answerJson(created ? 201 : 200, jsonOf(object));
  }

  async #delete(exchange: Exchange, target: ObjectTarget): Promise<void> {
    const { type, name } = target;
    const { object, removed } = this.remover.remove(
      target,
      await deleteOptionsOf(exchange),
    );
    if (!removed || answersDeleted.includes(type.kind)) {
      exchange.answerJson(200, jsonOf(object));
      return;
    }
    exchange.answer(200, {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name,
        ...(type.group && { group: type.group }),
        kind: type.plural,
        uid: object.metadata.uid,
      },
    });
  }

  #watch(exchange: Exchange, path: ResourcePath): void {
    answerWatch(exchange, this.tables, {
      type: path.type,
      namespace: path.namespace,
      matches: predicateOf(exchange, path),
      resourceVersion: exchange.param('resourceVersion'),
      sendInitialEvents: exchange.flag('sendInitialEvents'),
      allowBookmarks: exchange.flag('allowWatchBookmarks'),
    });
  }
}

function predicateOf(exchange: Exchange, { name }: ResourcePath): Predicate {
  const byLabel = parseLabelSelector(exchange.param('labelSelector'));
  const byField = parseFieldSelector(exchange.param('fieldSelector'));
  return object =>
    byLabel(object) &&
    byField(object) &&
    (name === undefined || object.metadata.name === name);
}

function writeOptionsOf(exchange: Exchange): WriteOptions {
  const [program = ''] = exchange.header('user-agent').split('/');
  return {
    manager: (exchange.param('fieldManager') || program || 'unknown').slice(
      0,
      128,
    ),
    dryRun: exchange.param('dryRun') === 'All',
    strict: exchange.param('fieldValidation') === 'Strict',
  };
}

async function deleteOptionsOf(exchange: Exchange): Promise<DeleteOptions> {
  const text = await exchange.body();
  const options =
    deleteOptionsSchema.safeParse(text.trim() ? parseBody(text) : {}).data ??
    {};
  return {
    preconditions: options.preconditions,
    dryRun:
      exchange.param('dryRun') === 'All' || options.dryRun?.includes('All'),
    orphan:
      (exchange.param('propagationPolicy') || options.propagationPolicy) ===
      'Orphan',
  };
}
