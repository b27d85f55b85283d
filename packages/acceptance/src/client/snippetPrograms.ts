import { SnippetLanguage } from '@inference-portal/plugin-model-publishing-common';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../harness/ServiceProcess';
import { runs } from './guideTools';

/** A first Go program compiles Go's standard library. */
const TIMEOUT_MS = 120_000;

/** How a snippet is run: by a program that reads it, or from a file of its own. */
interface Runner {
  command: string[];
  file?: string;
  /** Tells whether there is such a program here; what is wanted otherwise. */
  check: { command: [string, ...string[]]; needed: string };
}

const python = (library: string): Runner => ({
  command: ['python3', '-'],
  check: {
    command: ['python3', '-c', `import ${library}`],
    needed: `python3 with ${library}`,
  },
});
const node: Runner = {
  command: ['node', '--input-type=module', '-'],
  check: { command: ['node', '--version'], needed: 'node' },
};

const RUNNERS: Record<SnippetLanguage, Runner> = {
  curl: {
    command: ['sh', '-s'],
    check: { command: ['curl', '--version'], needed: 'curl' },
  },
  'python-requests': python('requests'),
  'python-openai': python('openai'),
  javascript: node,
  'javascript-openai': node,
  go: {
    command: ['go', 'run', 'main.go'],
    file: 'main.go',
    check: { command: ['go', 'version'], needed: 'go' },
  },
};

/** Why snippets of a language cannot be run here; undefined: they can. */
export function whyNotIn(language: SnippetLanguage): string | undefined {
  const { command, needed } = RUNNERS[language].check;
  return runs(...command) ? undefined : `${needed} is missing here`;
}

/**
 * What a snippet prints, run by somebody who has set these variables.
 *
 * @throws Error with what it says when it fails; curl is told to
 */
export async function runSnippet(
  language: SnippetLanguage,
  snippet: string,
  env: Record<string, string>,
): Promise<string> {
  const { command, file } = RUNNERS[language];
  const folder = mkdtempSync(path.join(tmpdir(), 'acceptance-snippet-'));
  writeFileSync(path.join(folder, '.curlrc'), 'silent\nshow-error\nfail\n');
  if (file) {
    writeFileSync(path.join(folder, file), snippet);
  }
  try {
    return await outputOf(command, file ? '' : snippet, {
      // Node.js looks for the OpenAI client from here.
      cwd: file ? folder : ROOT,
      env: {
        ...process.env,
        NO_PROXY: '*',
        CURL_HOME: folder,
        GOPROXY: 'off',
        ...env,
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(
  [program = '', ...args]: string[],
  input: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, timeout: TIMEOUT_MS });
    let output = '';
    let problems = '';
    child.stdout.setEncoding('utf8').on('data', text => (output += text));
    child.stderr.setEncoding('utf8').on('data', text => (problems += text));
    child.on('error', reject);
    child.on('close', code =>
      code === 0 ? resolve(output) : reject(new Error(output + problems)),
    );
    child.stdin.end(input);
  });
}
