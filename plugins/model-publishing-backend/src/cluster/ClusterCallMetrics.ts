import { ClusterCall } from './toClusterError';

/** Hears of calls to the Kubernetes API that fail, those included that are part of normal work, such as 404 and 409. */
export interface ClusterCallMetrics {
  failed(call: Pick<ClusterCall, 'clusterName' | 'verb'>, kind: string): void;
}
