import { KubeConfig } from '@kubernetes/client-node';
import { ApiClusterClient } from './ApiClusterClient';
import { ConnectedKubeConfig } from './ConnectedKubeConfig';
import { systemTiming } from './ListAndWatch';
import { clusterClientContract } from './testing/clusterClientContract';

const { PARITY_KUBECONFIG, PARITY_NAMESPACE = 'model-gateway' } = process.env;
const describeWithCluster = PARITY_KUBECONFIG ? describe : describe.skip;

/** A client with the current user of PARITY_KUBECONFIG, who has a token or no certificate is needed. */
function clusterClient(): ApiClusterClient {
  const config = new KubeConfig();
  config.loadFromFile(PARITY_KUBECONFIG ?? '');
  const cluster = config.getCurrentCluster();
  const connection = {
    name: cluster?.name ?? '',
    url: cluster?.server ?? '',
    caData: cluster?.caData,
    caFile: cluster?.caFile,
    skipTlsVerify: cluster?.skipTLSVerify ?? false,
    getToken: async () => config.getCurrentUser()?.token,
  };
  return new ApiClusterClient(
    connection.name,
    new ConnectedKubeConfig(connection),
    {
      onWatchFailure: error => {
        throw error;
      },
      onListenerFailure: error => {
        throw error;
      },
      timing: systemTiming,
    },
  );
}

describeWithCluster(
  'ApiClusterClient on the cluster of PARITY_KUBECONFIG',
  () => {
    clusterClientContract({
      client: clusterClient,
      namespace: PARITY_NAMESPACE,
      prefix: `parity-${process.pid}`,
    });
  },
);
