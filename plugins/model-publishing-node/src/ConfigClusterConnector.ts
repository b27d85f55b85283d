import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ClusterConnection, ClusterConnector } from './ClusterConnector';
import { isSameToken, portalToken, publishingToken } from './tokenSources';

/** Where Kubernetes mounts the token of a Pod's own account. */
const POD_TOKEN_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/token';

type Location = Omit<ClusterConnection, 'getToken'> & { config?: Config };

/** What the Kubernetes plugin's locator of that name finds: the address of `kubectl proxy`. */
const KUBECTL_PROXY: Location = {
  name: 'local',
  url: 'http://localhost:8001',
  skipTlsVerify: true,
};

/**
 * Reads clusters from the `kubernetes:` section, as the Kubernetes plugin does, and the token for publishing from
 * `modelPublishing.clusters.<name>`. Locators of the types `config` and `localKubectlProxy` are read.
 */
export class ConfigClusterConnector implements ClusterConnector {
  readonly #locations: Map<string, Location>;
  readonly #tokens: Config | undefined;
  readonly #logger: LoggerService;
  readonly #podTokenFile: string;

  constructor(
    config: Config,
    logger: LoggerService,
    options: { podTokenFile?: string } = {},
  ) {
    const locators =
      config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
    this.#locations = new Map(
      locators.flatMap(locationsOf).map(location => [location.name, location]),
    );
    this.#tokens = config.getOptionalConfig('modelPublishing.clusters');
    this.#logger = logger;
    this.#podTokenFile = options.podTokenFile ?? POD_TOKEN_FILE;
  }

  async list(): Promise<string[]> {
    return [...this.#locations.keys()];
  }

  async connect(name: string): Promise<ClusterConnection> {
    const location = this.#locations.get(name);
    if (!location) {
      const known = [...this.#locations.keys()].join(', ') || 'none';
      throw new NotFoundError(
        `Cluster "${name}" is not in kubernetes.clusterLocatorMethods (known: ${known})`,
      );
    }
    const { config, ...connection } = location;
    return { ...connection, getToken: await this.#tokenOf(name, config) };
  }

  async #tokenOf(
    name: string,
    cluster: Config | undefined,
  ): Promise<ClusterConnection['getToken']> {
    const own = publishingToken(name, this.#tokens?.getOptionalConfig(name));
    const shared = cluster && portalToken(name, cluster, this.#podTokenFile);
    if (shared && (!own || (await isSameToken(own, shared)))) {
      this.#logger.warn(
        `Cluster "${name}": publishing uses the same token as the Kubernetes plugin, whose proxy lends it to every portal user with the permission kubernetes.proxy. Set modelPublishing.clusters.${name}.serviceAccountToken to one of its own`,
      );
    }
    return own ?? shared ?? (async () => undefined);
  }
}

function locationsOf(locator: Config): Location[] {
  switch (locator.getString('type')) {
    case 'config':
      return locator.getConfigArray('clusters').map(config => ({
        name: config.getString('name'),
        url: config.getString('url'),
        caData: config.getOptionalString('caData'),
        caFile: config.getOptionalString('caFile'),
        skipTlsVerify: config.getOptionalBoolean('skipTLSVerify') ?? false,
        config,
      }));
    case 'localKubectlProxy':
      return [KUBECTL_PROXY];
    default:
      // Clusters of the catalog or of GKE need a connector of their own: replace the service.
      return [];
  }
}
