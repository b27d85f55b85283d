/** How to reach one cluster. */
export interface ClusterConnection {
  name: string;
  /** Address of the API server, without a path for a kind. */
  url: string;
  /**
   * The bearer token, asked for before each call because tokens rotate; undefined: the cluster is called without one.
   *
   * @throws ServiceUnavailableError when there should be a token and it cannot be read
   */
  getToken(): Promise<string | undefined>;
  /** Certificates of the API server's authority, base64 of PEM. Without any, the system's authorities count. */
  caData?: string;
  caFile?: string;
  skipTlsVerify: boolean;
}

/** Where clusters come from. */
export interface ClusterConnector {
  /** Names of all clusters; the first is the default one. */
  list(): Promise<string[]>;
  /** @throws NotFoundError naming the clusters that there are */
  connect(name: string): Promise<ClusterConnection>;
}
