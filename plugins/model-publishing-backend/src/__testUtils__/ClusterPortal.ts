import { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterClient } from '../cluster/ClusterClient';
import { ClusterClients } from '../cluster/createClusterClients';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import { UseCases } from '../useCases/UseCases';
import { aConfig, startPortal } from './aPortal';
import { aCustomHostname, aGateway } from './builders';

export interface ClusterPortalOptions {
  /** With the portal's rights. */
  clients: (logger: LoggerService) => ClusterClients;
  namespaces: { gateway: string; tenants: [string, string, string] };
  /** With an administrator's rights. */
  admin: ClusterClient;
}

const POLL_MS = 20;
const LAST_WRITES_MS = 300;
const INSTANCE_ID = 'rehearsal';
/** Needs a listener of the portal's on the Gateway. */
export const CUSTOM_HOSTNAME = 'custom.example.org';
/** What the translated error of a refused call points to. */
const MANIFEST = 'examples/kubernetes/rbac.yaml';

/** The backend but for HTTP on a cluster with the models iris of three tenants, and what it complains of. */
export class ClusterPortal {
  readonly admin: ClusterClient;
  readonly namespaces: ClusterPortalOptions['namespaces'];
  readonly #portal: Awaited<ReturnType<typeof startPortal>>;
  readonly #log: string[];

  private constructor(
    { admin, namespaces }: ClusterPortalOptions,
    portal: Awaited<ReturnType<typeof startPortal>>,
    log: string[],
  ) {
    this.admin = admin;
    this.namespaces = namespaces;
    this.#portal = portal;
    this.#log = log;
  }

  static async start(options: ClusterPortalOptions): Promise<ClusterPortal> {
    const log: string[] = [];
    const logger = mockServices.logger.mock({
      warn: message => log.push(message),
      error: message => log.push(message),
    });
    const portal = await startPortal({
      config: configOf(options.namespaces),
      clients: options.clients(logger),
      logger,
      clock: () => new Date(),
    });
    return new ClusterPortal(options, portal, log);
  }

  get useCases(): UseCases {
    return this.#portal.useCases;
  }

  /** The first tenant's model. */
  get irisOfA() {
    return { model: 'iris', tenant: this.namespaces.tenants[0] };
  }

  get irisOfB() {
    return { model: 'iris', tenant: this.namespaces.tenants[1] };
  }

  get irisOfC() {
    return { model: 'iris', tenant: this.namespaces.tenants[2] };
  }

  /** Resolves when everything is watched and in order. */
  settle(): Promise<void> {
    return this.#portal.fleet.settle();
  }

  stop(): void {
    this.#portal.fleet.stop();
  }

  /** Does something; undefined when that works, what the portal complains of when it lacks a right for it. */
  async complaintAbout(
    work: () => Promise<unknown>,
  ): Promise<string | undefined> {
    const done = new AbortController();
    const working = work().then(
      () => undefined,
      error => {
        if (!String(error).includes(MANIFEST)) {
          throw error;
        }
        return String(error);
      },
    );
    // A watch that never begins, or a repair that fails, is only told in the log.
    const complaining = this.#untilComplaint(done.signal);
    const thrown = await Promise.race([working, complaining]).finally(() =>
      done.abort(),
    );
    const complaint = thrown ?? this.#complaint();
    // What is under way is to write nothing after the test has cleared everything.
    await Promise.race([working, sleep(complaint ? LAST_WRITES_MS : 0)]);
    return complaint;
  }

  #complaint(): string | undefined {
    return this.#log.find(line => line.includes(MANIFEST));
  }

  async #untilComplaint(signal: AbortSignal): Promise<undefined> {
    while (!this.#complaint() && !signal.aborted) {
      await sleep(POLL_MS);
    }
  }
}

function configOf({
  gateway,
  tenants: [a, b, c],
}: ClusterPortalOptions['namespaces']): ModelPublishingConfig {
  return {
    ...aConfig,
    instanceId: INSTANCE_ID,
    gateways: [
      aGateway({
        cluster: 'real',
        namespace: gateway,
        probeUrl: 'http://127.0.0.1:1',
        hostnames: {
          ...aGateway().hostnames,
          custom: [aCustomHostname({ hostname: CUSTOM_HOSTNAME })],
        },
      }),
    ],
    tenants: [
      { cluster: 'real', namespace: a, owners: ['group:default/a'] },
      { cluster: 'real', namespace: b, owners: ['group:default/b'] },
      { cluster: 'real', namespace: c, owners: ['group:default/c'] },
    ],
    clusters: { default: 'real', known: ['real'] },
  };
}
