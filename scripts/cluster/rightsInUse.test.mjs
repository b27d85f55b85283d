import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rightsInUse } from './rightsInUse.mjs';

const object = (kind, namespace) => ({ kind, metadata: { namespace } });

test('leaves out the tenants that a cluster does not have', () => {
  const manifest = [
    object('ServiceAccount', 'gateways'),
    object('Role', 'gateways'),
    object('Role', 'tenant-a'),
    object('Role', 'tenant-c'),
  ];
  assert.deepEqual(rightsInUse(manifest, ['tenant-a']), manifest.slice(0, 3));
});
