// Applies the rights of the portal's two accounts and prints a token for each, with the cluster's CA. Run with our Node,
// because it needs the installed Kubernetes client: node scripts/cluster/grantAccess.mjs, with KUBECONFIG and
// TENANT_NAMESPACES set.
import { readFileSync } from 'node:fs';
import {
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  loadAllYaml,
  PatchStrategy,
} from '@kubernetes/client-node';
import { inRoot } from '../paths.mjs';
import { namesIn } from './readEnvironmentFile.mjs';
import { rightsInUse } from './rightsInUse.mjs';

const FIELD_MANAGER = 'model-publishing-setup';
const TOKEN_SECONDS = 24 * 60 * 60;

const kubeConfig = new KubeConfig();
kubeConfig.loadFromDefault();

const objectApi = KubernetesObjectApi.makeApiClient(kubeConfig);
const coreApi = kubeConfig.makeApiClient(CoreV1Api);

/** Applies a file of examples/kubernetes and makes a token for its account. @param {string} file */
async function grant(file) {
  const text = readFileSync(inRoot('examples', 'kubernetes', file), 'utf8');
  const objects = rightsInUse(
    loadAllYaml(text).filter(Boolean),
    namesIn(process.env.TENANT_NAMESPACES),
  );
  for (const object of objects) {
    await objectApi.patch(
      object,
      undefined,
      undefined,
      FIELD_MANAGER,
      true,
      PatchStrategy.ServerSideApply,
    );
  }
  const { metadata } = objects.find(({ kind }) => kind === 'ServiceAccount');
  const { status } = await coreApi.createNamespacedServiceAccountToken({
    name: metadata.name,
    namespace: metadata.namespace,
    body: { spec: { audiences: [], expirationSeconds: TOKEN_SECONDS } },
  });
  return status.token;
}

const { caData, caFile } = kubeConfig.getCurrentCluster();
process.stdout.write(
  `${JSON.stringify({
    token: await grant('rbac.yaml'),
    viewerToken: await grant('kubernetes-tab.yaml'),
    caData: caData ?? (caFile && readFileSync(caFile).toString('base64')),
  })}\n`,
);
