import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parityVariables } from './clusterSteps.mjs';

const CLUSTER = {
  KUBECONFIG: '/somewhere/kubeconfig',
  GATEWAY_HTTP_URL: 'http://127.0.0.1:10080',
  GATEWAY_NAMESPACE: 'model-gateway',
  GATEWAY_NAME: 'models',
};

test('tells the tests of single parts where the cluster and its gateway are', () => {
  assert.deepEqual(parityVariables(CLUSTER), {
    PARITY_KUBECONFIG: '/somewhere/kubeconfig',
    PARITY_NAMESPACE: 'model-gateway',
    PARITY_GATEWAY_URL: 'http://127.0.0.1:10080',
    PARITY_GATEWAY: 'models',
  });
});

test('leaves the gateway out when its models do not show what they received', () => {
  const variables = parityVariables({ ...CLUSTER, MODELS_ECHO: 'false' });
  assert.deepEqual(Object.keys(variables), [
    'PARITY_KUBECONFIG',
    'PARITY_NAMESPACE',
  ]);
});

test('says where models tell what they received, and that there is no AI Gateway', () => {
  const { PARITY_MODELS_URL, PARITY_AI_GATEWAY } = parityVariables({
    ...CLUSTER,
    MODEL_DEBUG_URL: 'http://127.0.0.1:18090',
    GATEWAY_AI: 'false',
  });
  assert.equal(PARITY_MODELS_URL, 'http://127.0.0.1:18090');
  assert.equal(PARITY_AI_GATEWAY, 'false');
});
