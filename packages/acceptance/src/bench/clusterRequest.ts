import { target } from '../client/target';

/** Any call to the cluster with an administrator's rights; throws for everything but a success. */
export async function clusterRequest(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const type = method === 'PATCH' ? 'merge-patch+json' : 'json';
  const response = await fetch(target.kubernetesUrl + path, {
    method,
    headers: { 'Content-Type': `application/${type}` },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(
      `Kubernetes answered ${response.status} to ${method} ${path}: ${text}`,
    );
  }
  return JSON.parse(text);
}
