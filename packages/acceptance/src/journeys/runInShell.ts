import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { target } from '../client/target';

const execute = promisify(execFile);

/**
 * Runs a line as somebody would who pastes it. Hostnames need no DNS: all lead to the gateway. An answer that is no
 * success is an error that tells its status.
 */
export async function runInShell(
  line: string,
  env: Record<string, string> = {},
): Promise<string> {
  const { hostname, port } = new URL(target.gatewayUrl);
  const home = mkdtempSync(path.join(tmpdir(), 'acceptance-curl-'));
  writeFileSync(
    path.join(home, '.curlrc'),
    `connect-to = "::${hostname}:${port}"\nsilent\nshow-error\nfail\n`,
  );
  const { stdout } = await execute('sh', ['-c', line], {
    env: { ...process.env, CURL_HOME: home, ...env },
  });
  return stdout;
}
