import { ClusterConnection } from '@inference-portal/plugin-model-publishing-node';
import { KubeConfig, RequestContext } from '@kubernetes/client-node';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

/** Connections for calls; further calls wait. A watch has a connection of its own beside these. */
const MAX_CALL_SOCKETS = 32;
/** Shorter than the 90 s after which API servers close idle connections, so that no call meets a dying one. */
const IDLE_SOCKET_MS = 60_000;
const CALL_TIMEOUT_MS = 30_000;

/**
 * The library's configuration with shared keep-alive agents: by itself it opens a new TLS connection for every
 * call. The token is asked for anew each time, because service account tokens rotate.
 */
export class ConnectedKubeConfig extends KubeConfig {
  readonly #connection: ClusterConnection;
  readonly #callAgent: http.Agent;
  readonly #watchAgent: http.Agent;
  readonly #timeoutMs: number;

  constructor(
    connection: ClusterConnection,
    options: { timeoutMs?: number } = {},
  ) {
    super();
    this.#connection = connection;
    this.#timeoutMs = options.timeoutMs ?? CALL_TIMEOUT_MS;
    const { name, url, caData, caFile, skipTlsVerify } = connection;
    this.loadFromClusterAndUser(
      { name, server: url, caData, caFile, skipTLSVerify: skipTlsVerify },
      { name },
    );
    this.#callAgent = agentOf(connection, {
      maxSockets: MAX_CALL_SOCKETS,
      timeout: IDLE_SOCKET_MS,
    });
    this.#watchAgent = agentOf(connection, { timeout: IDLE_SOCKET_MS });
  }

  /** Prepares one call of the library, the time that it may take included. */
  override async applySecurityAuthentication(
    context: RequestContext,
  ): Promise<void> {
    const token = await this.#connection.getToken();
    if (token) {
      context.setHeaderParam('Authorization', `Bearer ${token}`);
    }
    context.setAgent(this.#callAgent);
    context.setSignal(AbortSignal.timeout(this.#timeoutMs));
  }

  /** Options of a request that may stay open for minutes. */
  async watchOptions(): Promise<http.RequestOptions> {
    const token = await this.#connection.getToken();
    return {
      agent: this.#watchAgent,
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    };
  }

  /** Address of something under the API server. */
  addressOf(path: string): URL {
    return new URL(this.#connection.url.replace(/\/+$/, '') + path);
  }
}

function agentOf(
  { url, caData, caFile, skipTlsVerify }: ClusterConnection,
  options: http.AgentOptions,
): http.Agent {
  if (!url.startsWith('https:')) {
    return new http.Agent({ ...options, keepAlive: true });
  }
  const file = caFile ? readFileSync(caFile) : undefined;
  return new https.Agent({
    ...options,
    keepAlive: true,
    ca: caData ? Buffer.from(caData, 'base64') : file,
    rejectUnauthorized: !skipTlsVerify,
  });
}
