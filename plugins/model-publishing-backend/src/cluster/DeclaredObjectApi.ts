import {
  ApiException,
  Configuration,
  createConfiguration,
  KubernetesObject as LibraryObject,
  KubernetesObjectApi,
  ResponseContext,
  ServerConfiguration,
  V1APIResource,
} from '@kubernetes/client-node';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { Resource } from './defineResource';
import { agentHttpLibrary } from './sendRequest';

/**
 * The library's client for one declared kind. The declaration stands in for discovery, which would cost a call more
 * and be as old as the first use. Answers stay as they were sent: the library's own models turn dates into objects
 * and drop the fields that they do not know.
 */
export class DeclaredObjectApi extends KubernetesObjectApi {
  readonly #resource: Resource;

  constructor(configuration: Configuration, resource: Resource) {
    super(configuration);
    this.#resource = resource;
  }

  static of(config: ConnectedKubeConfig, resource: Resource) {
    const server = config.addressOf('').href.replace(/\/$/, '');
    return new DeclaredObjectApi(
      createConfiguration({
        baseServer: new ServerConfiguration(server, {}),
        authMethods: { default: config },
        httpApi: agentHttpLibrary,
      }),
      resource,
    );
  }

  protected override async resource(): Promise<V1APIResource> {
    const { kind, plural, clusterScoped } = this.#resource;
    return {
      kind,
      name: plural,
      namespaced: !clusterScoped,
      singularName: kind.toLowerCase(),
      verbs: [],
    };
  }

  protected override async processResponse<T extends LibraryObject>(
    response: ResponseContext,
  ): Promise<T> {
    const { httpStatusCode, headers, body } = response;
    const text = await body.text();
    if (httpStatusCode < 200 || httpStatusCode > 299) {
      throw new ApiException(httpStatusCode, 'Refused', text, headers);
    }
    return JSON.parse(text);
  }
}
