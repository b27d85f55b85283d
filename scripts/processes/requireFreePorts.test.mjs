import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { requireFreePorts } from './requireFreePorts.mjs';

async function listen(host) {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  return { port: server.address().port, close: () => server.close() };
}

for (const host of ['127.0.0.1', '0.0.0.0']) {
  test(`names a port that somebody has on ${host}, and the option to change it`, async () => {
    const { port, close } = await listen(host);
    const wanted = [{ purpose: 'the portal', port, option: 'portal-port' }];
    try {
      await assert.rejects(requireFreePorts(wanted), {
        name: 'UserError',
        message: new RegExp(
          `Port ${port}, wanted for the portal, is taken.*--portal-port`,
        ),
      });
    } finally {
      close();
    }
    await requireFreePorts(wanted);
  });
}

test('refuses one port for two services', async () => {
  const { port, close } = await listen('127.0.0.1');
  close();
  const wanted = ['portal-port', 'backend-port'].map(option => ({
    purpose: 'it',
    port,
    option,
  }));
  await assert.rejects(requireFreePorts(wanted), /Each port can be used once/);
});
