import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  INSTANCE_LABEL,
  PUBLICATION_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient, ObjectName } from '../cluster/ClusterClient';
import { KubernetesObject, Resource } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { AiServiceBackend } from '../cluster/resources/AiServiceBackend';
import { Backend } from '../cluster/resources/Backend';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { ClientTrafficPolicy } from '../cluster/resources/ClientTrafficPolicy';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { HttpRouteFilter } from '../cluster/resources/HttpRouteFilter';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { publicationIdInName } from '../names';
import { renderRelease } from '../rendering/renderRelease';

/** Kinds that are rendered, in the order in which they may be removed: routes first. */
export const RENDERED_RESOURCES: Resource<KubernetesObject>[] = [
  AiGatewayRoute,
  HttpRoute,
  BackendTrafficPolicy,
  SecurityPolicy,
  HttpRouteFilter,
  AiServiceBackend,
  Backend,
  ClientTrafficPolicy,
];

/** The rendered objects of one gateway's namespace, as the watches see them, and the way to change them. */
export class ObservedObjects {
  readonly #client: ClusterClient;
  readonly #watches: Map<string, ResourceWatch<KubernetesObject>>;

  readonly #instanceId: string;

  constructor(
    client: ClusterClient,
    watches: Map<string, ResourceWatch<KubernetesObject>>,
    options: { instanceId: string },
  ) {
    this.#client = client;
    this.#watches = watches;
    this.#instanceId = options.instanceId;
  }

  get(object: KubernetesObject): KubernetesObject | undefined {
    const { name, namespace = '' } = object.metadata;
    return this.#watchOf(object.kind).get({ name, namespace });
  }

  find(kind: string, name: ObjectName): KubernetesObject | undefined {
    return this.#watchOf(kind).get(name);
  }

  /** All objects of a kind in the namespace, ours or not. */
  list(resource: { kind: string }): KubernetesObject[] {
    return this.#watchOf(resource.kind).list();
  }

  /** Whether the cluster does not know a kind that is optional. */
  lacks(resource: { kind: string }): boolean {
    return this.#watchOf(resource.kind).absent;
  }

  /** What the AI Gateway has made from a route of its own. */
  generatedFrom({ metadata: { uid } }: KubernetesObject): KubernetesObject[] {
    return this.list(HttpRoute).filter(({ metadata }) =>
      metadata.ownerReferences?.some(
        owner => owner.kind === AiGatewayRoute.kind && owner.uid === uid,
      ),
    );
  }

  /** Tells of every change of an object of this kind. */
  onChange(
    resource: { kind: string },
    listener: (object: KubernetesObject) => void,
  ): void {
    this.#watchOf(resource.kind).onChange(({ object }) => listener(object));
  }

  /** This installation's objects of one publication, in the order of removal; by name where labels were removed. */
  ofPublication(id: string): KubernetesObject[] {
    return this.#notOfOthers().filter(
      ({ metadata }) =>
        (metadata.labels?.[PUBLICATION_LABEL] ??
          publicationIdInName(metadata.name)) === id,
    );
  }

  /** This installation's objects, in the order of removal. */
  ours(): KubernetesObject[] {
    return this.#rendered().filter(
      object => object.metadata.labels?.[INSTANCE_LABEL] === this.#instanceId,
    );
  }

  /** Whether the object is still there, by a fresh read. */
  async exists(object: KubernetesObject): Promise<boolean> {
    const { name, namespace = '' } = object.metadata;
    return (
      (await this.#client.get(resourceOf(object.kind), { name, namespace })) !==
      undefined
    );
  }

  async apply(object: KubernetesObject): Promise<void> {
    this.#watchOf(object.kind).remember(
      await this.#client.apply(resourceOf(object.kind), object),
    );
  }

  /** Has the API server check an object, without storing it. */
  async validate(object: KubernetesObject): Promise<void> {
    await this.#client.apply(resourceOf(object.kind), object, {
      dryRun: true,
    });
  }

  async replace(object: KubernetesObject): Promise<void> {
    this.#watchOf(object.kind).remember(
      await this.#client.replace(resourceOf(object.kind), object),
    );
  }

  /** Frees what is being deleted and held by the AI Gateway, see `renderRelease`. Nothing happens when it has gone. */
  async release(object: KubernetesObject, attempt: number): Promise<void> {
    const released = renderRelease(object, attempt);
    if (released) {
      await this.#client
        .apply(resourceOf(object.kind), released)
        .catch(unlessGone);
    }
  }

  /** @throws ConflictError when there is another object of that name by now */
  async delete(object: KubernetesObject): Promise<void> {
    const { name, namespace = '', uid } = object.metadata;
    await this.#client.delete(
      resourceOf(object.kind),
      { name, namespace },
      { uid },
    );
    this.#watchOf(object.kind).forget({ name, namespace });
  }

  #notOfOthers(): KubernetesObject[] {
    return this.#rendered().filter(
      ({ metadata }) =>
        (metadata.labels?.[INSTANCE_LABEL] ?? this.#instanceId) ===
        this.#instanceId,
    );
  }

  /** The AI Gateway copies our labels to the objects that it makes; those are its business. */
  #rendered(): KubernetesObject[] {
    return RENDERED_RESOURCES.flatMap(resource => this.list(resource)).filter(
      object => !isGenerated(object),
    );
  }

  #watchOf(kind: string): ResourceWatch<KubernetesObject> {
    const watch = this.#watches.get(kind);
    if (!watch) {
      throw new Error(`Objects of kind ${kind} are not watched`);
    }
    return watch;
  }
}

/** An apply for an object that is not there any more is a conflict, because it names its uid. */
function unlessGone(error: unknown): void {
  if (!(error instanceof ConflictError || error instanceof NotFoundError)) {
    throw error;
  }
}

function isGenerated({ metadata }: KubernetesObject): boolean {
  return (
    metadata.ownerReferences?.some(
      ({ kind, controller }) => controller && kind === AiGatewayRoute.kind,
    ) ?? false
  );
}

function resourceOf(kind: string): Resource<KubernetesObject> {
  const resource = RENDERED_RESOURCES.find(
    candidate => candidate.kind === kind,
  );
  if (!resource) {
    throw new Error(`Objects of kind ${kind} are not rendered`);
  }
  return resource;
}
