import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceProcess } from './ServiceProcess.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'service-process-'));

/** A service that prints the id of a child of its own, which ends only when it is told to. */
const WITH_CHILD = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

function startService(script) {
  const lines = [];
  let onFirstLine;
  const firstLine = new Promise(resolve => {
    onFirstLine = resolve;
  });
  const service = new ServiceProcess('service', {
    command: process.execPath,
    args: ['-e', script],
    cwd: folder,
    env: process.env,
    logFile: path.join(folder, 'service.log'),
    onLine: line => {
      lines.push(line);
      onFirstLine(line);
    },
  });
  return { service, firstLine };
}

async function waitUntilGone(pid) {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      assert.equal(error.code, 'ESRCH');
      return;
    }
    await sleep(50);
  }
}

test('ends what the service started, too', { timeout: 20_000 }, async () => {
  const { service, firstLine } = startService(WITH_CHILD);
  const grandchild = Number(await firstLine);

  await service.stop();

  await waitUntilGone(grandchild);
});

test(
  'keeps what the service printed, also in the log',
  { timeout: 20_000 },
  async () => {
    const { service } = startService(
      "console.log('one'); console.error('two')",
    );

    await service.ended;

    assert.deepEqual(service.lastLines.split('\n').toSorted(), ['one', 'two']);
    await sleep(100);
    assert.match(readFileSync(service.logFile, 'utf8'), /one/);
  },
);
