// Applies the portal account's rights and prints `{ "token", "caData" }` for it. Run with our Node, because it needs the
// installed Kubernetes client: node scripts/cluster/grantAccess.mjs, with KUBECONFIG set.
import { readFileSync } from 'node:fs';
import {
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  loadAllYaml,
  PatchStrategy,
} from '@kubernetes/client-node';
import { inRoot } from '../paths.mjs';

const FIELD_MANAGER = 'model-publishing-setup';
const TOKEN_SECONDS = 24 * 60 * 60;

const kubeConfig = new KubeConfig();
kubeConfig.loadFromDefault();

const objects = loadAllYaml(
  readFileSync(inRoot('examples', 'kubernetes', 'rbac.yaml'), 'utf8'),
).filter(Boolean);
const client = KubernetesObjectApi.makeApiClient(kubeConfig);
for (const object of objects) {
  await client.patch(
    object,
    undefined,
    undefined,
    FIELD_MANAGER,
    true,
    PatchStrategy.ServerSideApply,
  );
}

const account = objects.find(({ kind }) => kind === 'ServiceAccount');
const { status } = await kubeConfig
  .makeApiClient(CoreV1Api)
  .createNamespacedServiceAccountToken({
    name: account.metadata.name,
    namespace: account.metadata.namespace,
    body: { spec: { audiences: [], expirationSeconds: TOKEN_SECONDS } },
  });
const { caData, caFile } = kubeConfig.getCurrentCluster();
process.stdout.write(
  `${JSON.stringify({
    token: status.token,
    caData: caData ?? (caFile && readFileSync(caFile).toString('base64')),
  })}\n`,
);
