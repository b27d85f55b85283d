import { ClusterClient } from '../ClusterClient';
import { Resource } from '../defineResource';
import { Right } from './Right';

/** Passes every call on, and tells which rights a real cluster would ask for. */
export class ListeningClient implements ClusterClient {
  readonly clusterName: string;
  readonly #client: ClusterClient;
  readonly #onUse: (right: Right) => void;

  constructor(client: ClusterClient, onUse: (right: Right) => void) {
    this.clusterName = client.clusterName;
    this.#client = client;
    this.#onUse = onUse;
  }

  get: ClusterClient['get'] = (resource, name) => {
    this.#use('get', resource, name);
    return this.#client.get(resource, name);
  };

  list: ClusterClient['list'] = (resource, options) => {
    this.#use('list', resource, options);
    return this.#client.list(resource, options);
  };

  listAll: ClusterClient['listAll'] = (resource, scope) => {
    this.#use('list', resource, scope);
    return this.#client.listAll(resource, scope);
  };

  create: ClusterClient['create'] = (resource, object) => {
    this.#use('create', resource, object.metadata);
    return this.#client.create(resource, object);
  };

  replace: ClusterClient['replace'] = (resource, object) => {
    this.#use('update', resource, object.metadata);
    return this.#client.replace(resource, object);
  };

  apply: ClusterClient['apply'] = async (resource, object, options) => {
    this.#use('patch', resource, object.metadata);
    const { namespace = '', name } = object.metadata;
    if (!(await this.#client.get(resource, { namespace, name }))) {
      this.#use('create', resource, object.metadata);
    }
    return this.#client.apply(resource, object, options);
  };

  mergePatch: ClusterClient['mergePatch'] = (resource, name, patch) => {
    this.#use('patch', resource, name);
    return this.#client.mergePatch(resource, name, patch);
  };

  delete: ClusterClient['delete'] = (resource, name, preconditions) => {
    this.#use('delete', resource, name);
    return this.#client.delete(resource, name, preconditions);
  };

  watch: ClusterClient['watch'] = (resource, scope) => {
    this.#use('list', resource, scope);
    this.#use('watch', resource, scope);
    return this.#client.watch(resource, scope);
  };

  #use(
    verb: string,
    { group, plural }: Resource,
    place: { namespace?: string },
  ) {
    this.#onUse({
      namespace: place.namespace ?? '',
      group,
      resource: plural,
      verb,
    });
  }
}
