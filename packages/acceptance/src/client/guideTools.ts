import { spawnSync } from 'node:child_process';
import { GuideBlock } from './guideBlocks';
import { target } from './target';

/** What the guide says that its reader needs. */
const NEEDED = ['bash', 'curl', 'jq'];

/** Commands about an OpenAI-compatible model. */
const OPENAI = /models\/chat\/|OPENAI_/;

const tried = new Map<string, boolean>();

/** Whether a command succeeds here; it is tried once. */
export function runs(command: string, ...args: string[]): boolean {
  const line = [command, ...args].join(' ');
  const known = tried.get(line);
  if (known !== undefined) {
    return known;
  }
  const { status } = spawnSync(command, args, { stdio: 'ignore' });
  tried.set(line, status === 0);
  return status === 0;
}

const kubectl = process.env.KUBECTL || 'kubectl';

/** Folders to look for commands in first. */
export const toolFolders = kubectl.includes('/')
  ? [kubectl.slice(0, kubectl.lastIndexOf('/'))]
  : [];

/** Why nothing of the guide can be run here; undefined: it can. */
export function whyNotTheGuide(): string | undefined {
  const missing = NEEDED.filter(tool => !runs(tool, '--version'));
  if (missing.length > 0) {
    return `${missing.join(', ')} missing here`;
  }
  return target.hasGlobalRateLimit ? undefined : 'no global rate limiter here';
}

/** Why a block cannot be run here; undefined: it can. */
export function whyNot({ language, code }: GuideBlock): string | undefined {
  if (language === 'python' && !runs('python3', '-c', 'import requests')) {
    return 'python3 with requests is missing here';
  }
  if (!target.hasAiGateway && OPENAI.test(code)) {
    return 'no Envoy AI Gateway here';
  }
  if (/\bkubectl\b/.test(code) && !runs(kubectl, 'version', '--client')) {
    return 'kubectl is missing here';
  }
  return undefined;
}
