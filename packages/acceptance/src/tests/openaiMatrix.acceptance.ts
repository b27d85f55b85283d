import { eventually } from '../client/eventually';
import { withKey } from '../client/publishIris';
import { hostnames, ifAiGateway, target } from '../client/target';
import { Keys, matrixSubjects, Party, Subject } from './matrixSubjects';

const TEST_MS = 300_000;
/** A former address goes 10 s after the new one answers, which the AI Gateway's processor learns of within 5 s. */
const MOVE_MS = 60_000;

type Statuses = Record<Subject['type'], number>;

/** Keys of a model, by whose they are. Who was removed from allowedTenants is known and refused. */
const OWN_KEYS: Array<[Party, keyof Keys, Statuses]> = [
  ['owner', 'right', { traditional: 200, openai: 200 }],
  ['owner', 'replaced', { traditional: 401, openai: 401 }],
  ['owner', 'revoked', { traditional: 401, openai: 401 }],
  ['consumer', 'right', { traditional: 200, openai: 200 }],
  ['consumer', 'replaced', { traditional: 401, openai: 401 }],
  ['consumer', 'revoked', { traditional: 401, openai: 401 }],
  ['removed', 'right', { traditional: 403, openai: 403 }],
  ['removed', 'replaced', { traditional: 401, openai: 401 }],
  ['removed', 'revoked', { traditional: 401, openai: 401 }],
];

/** No key, and keys of other models by their type: the guard knows those of all OpenAI-compatible ones. */
const NO_KEY: Statuses = { traditional: 401, openai: 401 };
const FOREIGN_KEYS: Record<Subject['type'], Statuses> = {
  traditional: { traditional: 401, openai: 401 },
  openai: { traditional: 401, openai: 403 },
};

/**
 * Where a model is not published, what is asked for belongs to no route. The AI Gateway answers that 404 behind the entrance
 * of the hostname: to whoever has a key for one of the models there or elsewhere, as for a model that there never was.
 */
const ELSEWHERE: Array<['right' | 'none', Statuses]> = [
  ['right', { traditional: 401, openai: 404 }],
  ['none', { traditional: 401, openai: 401 }],
];

/** What is sent besides the key; none of it changes anything. */
const SPOOFS: Array<[string, (at: Subject) => Record<string, string>]> = [
  ['', () => ({})],
  ['spoofed x-client-id', at => ({ 'x-client-id': at.clientId })],
  ['spoofed x-ai-eg-model', at => ({ 'x-ai-eg-model': at.publicName })],
  [
    'both spoofed',
    at => ({ 'x-client-id': at.clientId, 'x-ai-eg-model': at.publicName }),
  ],
  [
    'x-ai-eg-model of no model',
    () => ({ 'x-ai-eg-model': 'x', 'x-client-id': 'x' }),
  ],
];

interface Cell {
  key: string;
  headers: Record<string, string>;
  hostname: string;
  status: number;
}

const otherThan = (hostname: string) =>
  hostname === hostnames.usual ? hostnames.other : hostnames.usual;

/** Every cell of a model's part of the table. */
function cellsOf(at: Subject, all: Subject[]): Cell[] {
  const hostname = at.publicHostname;
  const own = OWN_KEYS.flatMap(([party, state, statuses]) => {
    const keys = at.keys[party];
    const key = `${state} key of its ${party}`;
    return keys
      ? [
          {
            key,
            headers: withKey(keys[state]),
            hostname,
            status: statuses[at.type],
          },
        ]
      : [];
  });
  const foreign = all
    .filter(of => of !== at)
    .flatMap(of =>
      (['owner', 'consumer', 'removed'] as const).flatMap(party => {
        const keys = of.keys[party];
        const status = FOREIGN_KEYS[of.type][at.type];
        const key = `key of ${of.name}'s ${party}`;
        return keys
          ? [{ key, headers: withKey(keys.right), hostname, status }]
          : [];
      }),
    );
  const elsewhere = ELSEWHERE.map(([which, statuses]) => ({
    key: which === 'right' ? 'right key, elsewhere' : 'no key, elsewhere',
    headers: which === 'right' ? withKey(at.keys.owner?.right ?? '') : {},
    hostname: otherThan(hostname),
    status: statuses[at.type],
  }));
  const none = {
    key: 'no key',
    headers: {},
    hostname,
    status: NO_KEY[at.type],
  };
  return [...own, none, ...foreign, ...elsewhere].flatMap(cell =>
    SPOOFS.map(([spoof, spoofed]) => ({
      ...cell,
      key: spoof ? `${cell.key}, ${spoof}` : cell.key,
      headers: { ...spoofed(at), ...cell.headers },
    })),
  );
}

/** Who has answered is a part of it: a spoofed header must not lead to another model. */
const outcomeOf = (status: number, model: string) =>
  status === 200 ? `200 by ${model}` : `${status}`;

/** One line a cell: what was sent to which model, and what came back, or should have. */
async function tableOf(all: Subject[]) {
  const expected: string[] = [];
  const seen: string[] = [];
  for (const at of all) {
    for (const { key, headers, hostname, status } of cellsOf(at, all)) {
      const cell = `${at.name} at ${hostname} with ${key}`;
      expected.push(`${cell}: ${outcomeOf(status, at.model)}`);
      const answer = await at.call(headers, hostname);
      seen.push(
        `${cell}: ${outcomeOf(
          answer.status,
          at.type === 'openai' ? modelIn(answer.text) : at.model,
        )}`,
      );
    }
  }
  return { expected, seen };
}

function modelIn(text: string): string {
  try {
    return String(JSON.parse(text).model);
  } catch {
    return 'nobody';
  }
}

/** Takes every model to the hostname where it was not. */
async function swapHostnames(all: Subject[]): Promise<Subject[]> {
  return Promise.all(
    all.map(async subject => {
      const { publicHostname, model, tenantId, owner, keys, call } = subject;
      const next = otherThan(publicHostname);
      await owner.update(model, tenantId, { publicHostname: next });
      const headers = withKey(keys.owner?.right ?? '');
      await eventually(
        async () => {
          expect((await call(headers, next)).status).toBe(200);
          expect((await call(headers, publicHostname)).status).not.toBe(200);
        },
        { withinMs: MOVE_MS },
      );
      return { ...subject, publicHostname: next };
    }),
  );
}

ifAiGateway('with Envoy AI Gateway: on shared hostnames', () => {
  it(
    'each key opens its own model and no other, whatever else is sent',
    async () => {
      const subjects = await matrixSubjects();
      const before = await tableOf(subjects);
      expect(before.expected.length).toBeGreaterThanOrEqual(
        target.hasExtraModels ? 600 : 200,
      );
      expect(before.seen).toEqual(before.expected);

      const moved = await tableOf(await swapHostnames(subjects));
      expect(moved.expected).toHaveLength(before.expected.length);
      expect(moved.seen).toEqual(moved.expected);
    },
    TEST_MS,
  );
});
