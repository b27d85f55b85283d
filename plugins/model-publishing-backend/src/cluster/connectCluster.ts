import { ClusterConnection } from '@inference-portal/plugin-model-publishing-node';
import { KubeConfig, RequestContext } from '@kubernetes/client-node';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const MAX_SOCKETS = 32;

/**
 * The library's configuration with one shared keep-alive agent: by itself it opens a new TLS connection for every
 * call. The token is asked for anew each time, because service account tokens rotate.
 */
export class ConnectedKubeConfig extends KubeConfig {
  readonly #connection: ClusterConnection;
  readonly #agent: http.Agent;

  constructor(connection: ClusterConnection) {
    super();
    this.#connection = connection;
    const { name, url, caData, caFile, skipTlsVerify } = connection;
    this.loadFromClusterAndUser(
      { name, server: url, caData, caFile, skipTLSVerify: skipTlsVerify },
      { name },
    );
    this.#agent = agentOf(connection);
  }

  override async applySecurityAuthentication(context: RequestContext): Promise<void> {
    const token = await this.#connection.getToken();
    if (token) {
      context.setHeaderParam('Authorization', `Bearer ${token}`);
    }
    context.setAgent(this.#agent);
  }

  /** Address and options for a watch, which has a connection of its own for minutes. */
  async watchOptions(): Promise<{ agent: http.Agent; headers: Record<string, string> }> {
    const token = await this.#connection.getToken();
    return {
      agent: agentOf(this.#connection),
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    };
  }
}

function agentOf({ url, caData, caFile, skipTlsVerify }: ClusterConnection): http.Agent {
  const options = { keepAlive: true, maxSockets: MAX_SOCKETS };
  if (!url.startsWith('https:')) {
    return new http.Agent(options);
  }
  const ca = caData ? Buffer.from(caData, 'base64') : caFile && readFileSync(caFile);
  return new https.Agent({ ...options, ca, rejectUnauthorized: !skipTlsVerify });
}
