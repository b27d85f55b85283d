import { Administrator } from '../cluster/__testUtils__/Administrator';
import { OwnNamespaces } from '../cluster/__testUtils__/OwnNamespaces';
import { nameOfRight } from '../cluster/__testUtils__/Right';
import { rightsOfRequest } from '../cluster/__testUtils__/rightsOfRequest';
import { ShippedAccount } from '../cluster/__testUtils__/ShippedAccount';
import { createClusterClients } from '../cluster/createClusterClients';
import { ClusterPortal } from './ClusterPortal';
import { portalWorkload } from './portalWorkload';

/** Does everything that the portal does, on a real API server with the shipped account. */
export class Rehearsal {
  /** Names of the rights that were made use of so far. */
  readonly used = new Set<string>();
  readonly #admin: Administrator;
  readonly #namespaces: OwnNamespaces;
  #calls = { url: '', close: () => {} };

  private constructor(admin: Administrator, namespaces: OwnNamespaces) {
    this.#admin = admin;
    this.#namespaces = namespaces;
  }

  /** @param standInFor - names of the namespaces to make, by those of the manifest */
  static async prepare(
    admin: Administrator,
    standInFor: (namespace: string) => string,
  ): Promise<Rehearsal> {
    const namespaces = new OwnNamespaces(admin, standInFor);
    await namespaces.create();
    const rehearsal = new Rehearsal(admin, namespaces);
    rehearsal.#calls = await admin.listenToCalls((...answer) =>
      rightsOfRequest(...answer).forEach(right =>
        rehearsal.used.add(nameOfRight(right)),
      ),
    );
    return rehearsal;
  }

  /** Returns the first complaint that a right is missing, and with which step it came; undefined when all works. */
  async perform(
    account: ShippedAccount,
  ): Promise<{ step: string; complaint: string } | undefined> {
    const token = await account.createToken();
    const connection = {
      name: 'real',
      url: this.#calls.url,
      skipTlsVerify: false,
      getToken: async () => token,
    };
    const connector = {
      list: async () => [connection.name],
      connect: async () => connection,
    };
    const portal = await ClusterPortal.start({
      clients: logger => createClusterClients({ connector, logger }),
      namespaces: this.#namespaces,
      admin: this.#admin.client,
    });
    try {
      for (const { name: step, run } of portalWorkload) {
        const complaint = await portal.complaintAbout(() => run(portal));
        if (complaint !== undefined) {
          return { step, complaint };
        }
      }
      return undefined;
    } finally {
      portal.stop();
      await this.#namespaces.clear();
    }
  }

  async close(): Promise<void> {
    await this.#namespaces.remove();
    this.#calls.close();
  }
}
