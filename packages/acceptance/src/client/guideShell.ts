import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { GuideBlock } from './guideBlocks';
import { toolFolders } from './guideTools';
import { target } from './target';

const execute = promisify(execFile);
const TIMEOUT_MS = 60_000;

/** Somebody who walks through the guide: what one block exports, the next ones have. */
export class GuideShell {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#env = env;
  }

  /** With the variables by which the guide's reader says where everything is. */
  static async open(): Promise<GuideShell> {
    const folder = mkdtempSync(path.join(tmpdir(), 'acceptance-guide-'));
    const kubeconfig = path.join(folder, 'kubeconfig');
    writeFileSync(kubeconfig, kubeconfigFor(target.kubernetesUrl));
    const [publicHost, otherHost] = await hostnamesByReach();
    return new GuideShell(folder, {
      ...process.env,
      PATH: [...toolFolders, process.env.PATH].join(path.delimiter),
      NO_PROXY: '*',
      KUBECACHEDIR: path.join(folder, 'kubectl'),
      GUIDE_KUBECONFIG: kubeconfig,
      PORTAL: target.portalUrl,
      GATEWAY: target.gatewayUrl,
      PUBLIC_HOST: publicHost,
      OTHER_HOST: otherHost,
    });
  }

  /**
   * What a block prints on its standard output.
   *
   * @throws Error when one of its commands fails
   */
  async run({ language, code }: GuideBlock): Promise<string> {
    const script = {
      sh: code,
      python: `python3 - <<'END'\n${code}\nEND`,
      javascript: `node --input-type=module - <<'END'\n${code}\nEND`,
    }[language];
    const { stdout } = await execute(
      'bash',
      [
        '-c',
        `set -eo pipefail
if [ -f exports ]; then . ./exports; fi
${script}
export -p > exports`,
      ],
      { cwd: this.#folder, env: this.#env, timeout: TIMEOUT_MS },
    );
    return stdout;
  }

  /** Forgets everything: keys and tokens are among what was exported. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The hostnames to publish on, first one that leads to the gateway from this machine, as the guide asks for. */
async function hostnamesByReach(): Promise<string[]> {
  const gateway = await addressesOf(new URL(target.gatewayUrl).hostname);
  const reached = await Promise.all(
    target.hostnames.map(async name =>
      (await addressesOf(name)).some(address => gateway.includes(address)),
    ),
  );
  const leading = target.hostnames.findIndex((_, index) => reached[index]);
  const first = target.hostnames[leading];
  if (first === undefined) {
    throw new Error(
      `None of ${target.hostnames.join(', ')} leads to ${
        target.gatewayUrl
      } from here; /etc/hosts can do that`,
    );
  }
  return [first, ...target.hostnames.filter(name => name !== first)];
}

async function addressesOf(name: string): Promise<string[]> {
  try {
    const found = await lookup(name, { all: true });
    return found.map(({ address }) => address);
  } catch {
    return [];
  }
}

function kubeconfigFor(server: string): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'target',
    clusters: [{ name: 'target', cluster: { server } }],
    contexts: [{ name: 'target', context: { cluster: 'target', user: '' } }],
  });
}
