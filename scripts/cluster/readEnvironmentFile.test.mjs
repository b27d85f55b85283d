import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { clusterConfig } from './clusterConfig.mjs';
import { readEnvironmentFile } from './readEnvironmentFile.mjs';

const LINES = [
  '# a comment',
  'KUBECONFIG=/somewhere/kubeconfig',
  'export KUBE_API_URL="https://127.0.0.1:6443"',
  'GATEWAY_HTTP_URL=http://127.0.0.1:10080',
  'GATEWAY_HOSTNAMES=one.example.test,two.example.test',
  'GATEWAY_NAMESPACE=model-gateway',
  'GATEWAY_NAME=models',
  'TENANT_NAMESPACES=tenant-a tenant-b',
];

function fileOf(lines) {
  const file = path.join(
    mkdtempSync(path.join(tmpdir(), 'environment-')),
    'env',
  );
  writeFileSync(file, lines.join('\n'));
  return file;
}

test('reads names and values, with and without quotes', () => {
  const cluster = readEnvironmentFile({ environment: fileOf(LINES) });
  assert.equal(cluster.KUBE_API_URL, 'https://127.0.0.1:6443');
  assert.equal(cluster.GATEWAY_NAME, 'models');
});

test('names every variable that is missing', () => {
  const environment = fileOf(
    LINES.filter(
      line => !line.startsWith('GATEWAY_NAME=') && !line.startsWith('TENANT'),
    ),
  );
  assert.throws(
    () => readEnvironmentFile({ environment }),
    /does not set GATEWAY_NAME, TENANT_NAMESPACES/,
  );
});

test('says where usage is counted, if that is known', () => {
  const name = 'APP_CONFIG_modelPublishing_clusters_cluster_prometheus_url';
  const configOf = lines =>
    clusterConfig(readEnvironmentFile({ environment: fileOf(lines) }));
  assert.equal(name in configOf(LINES), false);
  const url = 'http://127.0.0.1:9090';
  assert.equal(configOf([...LINES, `PROMETHEUS_URL=${url}`])[name], url);
});

test('makes the configuration of the gateway and the tenants', () => {
  const config = clusterConfig(
    readEnvironmentFile({ environment: fileOf(LINES) }),
  );
  const [gateway] = JSON.parse(config.APP_CONFIG_modelPublishing_gateways);
  assert.deepEqual(gateway.hostnames, {
    default: 'one.example.test',
    allowed: ['one.example.test', 'two.example.test'],
  });
  assert.deepEqual(gateway.baseUrl, { scheme: 'http', port: 10080 });
  const tenants = JSON.parse(config.APP_CONFIG_modelPublishing_tenants);
  assert.deepEqual(
    tenants.map(({ namespace }) => namespace),
    ['tenant-a', 'tenant-b'],
  );
});
