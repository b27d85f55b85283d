/** How to reach one cluster. */
export interface ClusterConnection {
  name: string;
  url: string;
  /** The bearer token, read anew when it may have changed; undefined: the cluster is asked without one. */
  getToken(): Promise<string | undefined>;
  /** Certificates of the API server's authority, base64 of PEM. */
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
