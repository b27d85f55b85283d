import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { ClusterConnection, ClusterConnector } from './ClusterConnector';

/**
 * Reads clusters from the `kubernetes:` section, as the Kubernetes plugin does, and the token for publishing from
 * `modelPublishing.clusters.<name>`.
 */
export class ConfigClusterConnector implements ClusterConnector {
  readonly #clusters: Map<string, Config>;
  readonly #tokens: Config | undefined;
  readonly #logger: LoggerService;

  constructor(config: Config, logger: LoggerService) {
    const locators = config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
    const clusters = locators
      .filter(locator => locator.getString('type') === 'config')
      .flatMap(locator => locator.getConfigArray('clusters'));
    this.#clusters = new Map(clusters.map(cluster => [cluster.getString('name'), cluster]));
    this.#tokens = config.getOptionalConfig('modelPublishing.clusters');
    this.#logger = logger;
  }

  async list(): Promise<string[]> {
    return [...this.#clusters.keys()];
  }

  async connect(name: string): Promise<ClusterConnection> {
    const cluster = this.#clusters.get(name);
    if (!cluster) {
      const known = [...this.#clusters.keys()].join(', ') || 'none';
      throw new NotFoundError(
        `Cluster "${name}" is not in kubernetes.clusterLocatorMethods (known: ${known})`,
      );
    }
    return {
      name,
      url: cluster.getString('url'),
      getToken: this.#tokenReader(name, cluster),
      caData: cluster.getOptionalString('caData'),
      caFile: cluster.getOptionalString('caFile'),
      skipTlsVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
    };
  }

  #tokenReader(name: string, cluster: Config): () => Promise<string | undefined> {
    const own = this.#tokens?.getOptionalConfig(name);
    const file = own?.getOptionalString('serviceAccountTokenFile');
    if (file) {
      // Kubernetes rotates mounted tokens, so the file is read for each call; it is small and cached by the system.
      return async () => (await readFile(file, 'utf8')).trim();
    }
    const shared = cluster.getOptionalString('serviceAccountToken');
    const token = own?.getOptionalString('serviceAccountToken') ?? shared;
    if (token !== undefined && token === shared) {
      this.#logger.warn(
        `Cluster "${name}": publishing uses the same token as the Kubernetes plugin, whose proxy lends it to every portal user with the permission kubernetes.proxy. Set modelPublishing.clusters.${name}.serviceAccountToken`,
      );
    }
    return async () => token;
  }
}
