import { urlWithToken } from './tokenInPath';

/** A kubeconfig for kubectl on the sandbox, as JSON (which YAML readers understand). */
export function kubeconfigOf(apiUrl: string, token: string): string {
  const name = 'sandbox';
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: urlWithToken(apiUrl, token) } }],
    users: [{ name, user: { token } }],
    contexts: [
      {
        name,
        context: { cluster: name, user: name, namespace: 'model-gateway' },
      },
    ],
    'current-context': name,
  };
  return `${JSON.stringify(kubeconfig, null, 2)}\n`;
}
