import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from './withLock.mjs';

const newLock = () =>
  path.join(mkdtempSync(path.join(tmpdir(), 'lock-')), 'lock');

test('lets one action run at a time', { timeout: 20_000 }, async () => {
  const lock = newLock();
  const events = [];
  const action = name => async () => {
    events.push(`${name} begins`);
    await sleep(50);
    events.push(`${name} ends`);
  };

  await Promise.all([
    withLock(lock, action('one')),
    withLock(lock, action('two')),
  ]);

  assert.deepEqual(events, [
    'one begins',
    'one ends',
    'two begins',
    'two ends',
  ]);
});

test(
  'does not wait for a process that was killed',
  { timeout: 20_000 },
  async () => {
    const lock = newLock();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(lock, String(pid));

    assert.equal(await withLock(lock, async () => 'done'), 'done');
  },
);
