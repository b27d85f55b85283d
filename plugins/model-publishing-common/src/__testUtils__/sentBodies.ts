import { execFileSync, spawnSync } from 'node:child_process';

/** Splits what the interpreters print; no JSON text holds it. */
const END = '\n\u001e\n';

/** Which bodies command lines send, with a curl that sends nothing. */
export function bodiesByShell(commands: string[]): unknown[] {
  const curl = `curl() { while [ "$1" != -d ]; do shift; done; printf '%s\\n\\036\\n' "$2"; }`;
  return parsed(
    execFileSync('/bin/sh', ['-s'], {
      input: [curl, ...commands].join('\n'),
      encoding: 'utf8',
      env: { API_KEY: 'key', OPENAI_API_KEY: 'key' },
    }),
  );
}

/** Runs each program with the libraries requests and openai, which print what they would send. */
const STAND_INS = `
import io, json, sys, types

class Anything:
    def __init__(self, **_): pass
    def __getattr__(self, _): return Anything()
    def __getitem__(self, _): return Anything()
    def __iter__(self): return iter([])
    def __call__(self, *_, json=None, extra_body=None, **words):
        if json is not None: send(json)
        if "model" in words: send({**words, **(extra_body or {})})
        return Anything()

def send(body): print(json.dumps(body), end="\\n\\x1e\\n")
for name in ("requests", "openai"): sys.modules[name] = types.ModuleType(name)
sys.modules["requests"].post = Anything()
sys.modules["openai"].OpenAI = Anything
for program in json.load(sys.stdin):
    exec(program, {"print": lambda *_, **__: None})
`;

export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Which bodies Python programs send, with libraries that send nothing. */
export function bodiesByPython(programs: string[]): unknown[] {
  return parsed(
    execFileSync('python3', ['-c', STAND_INS], {
      input: JSON.stringify(programs),
      encoding: 'utf8',
      env: { ...process.env, API_KEY: 'key', OPENAI_API_KEY: 'key' },
    }),
  );
}

const asyncFunction = (async () => {}).constructor as FunctionConstructor;

/** Which body a module of JavaScript sends by `fetch`, with one that sends nothing. */
export async function bodyByFetch(module: string): Promise<unknown> {
  const sent: string[] = [];
  const fetch = async (_: string, { body }: { body: string }) => {
    sent.push(body);
    return Response.json({});
  };
  await asyncFunction('fetch', 'console', module)(fetch, { log: () => {} });
  return JSON.parse(sent.join());
}

function parsed(output: string): unknown[] {
  return output
    .split(END)
    .slice(0, -1)
    .map(text => JSON.parse(text));
}
