import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { clusterTarget } from './__testUtils__/clusterTarget';
import {
  describeExpected,
  pick,
  printed,
} from './__testUtils__/compareExpected';
import { conditionsOf } from './__testUtils__/conditionsOf';
import {
  ExpectedCondition,
  ParityExchange,
  ParityNames,
  ParityObject,
  ParityPhase,
} from './__testUtils__/ParityCase';
import { parityCases } from './__testUtils__/parityCases';
import {
  drop,
  exchange,
  openConnection,
  ParityTarget,
  put,
} from './__testUtils__/ParityTarget';
import { sandboxTarget } from './__testUtils__/sandboxTarget';

async function requireAnswer(
  connection: Agent,
  { gatewayUrl }: ParityTarget,
  names: ParityNames,
  expected: ParityExchange,
): Promise<void> {
  const answer = await exchange(
    connection,
    gatewayUrl,
    expected.host ?? names.host,
    expected,
  );
  const received = answer.headers['x-received-headers']?.toString() ?? '{}';
  const { method = 'GET', path } = expected;
  const subject = `${method} ${path}`;
  expect({
    subject,
    status: answer.status,
    body:
      expected.answer === undefined
        ? undefined
        : describeExpected(answer.body, expected.answer),
    headers: pick(answer.headers, expected.answerHeaders),
    received: pick(JSON.parse(received), expected.received),
  }).toEqual({
    subject,
    status: expected.status,
    body: expected.answer === undefined ? undefined : String(expected.answer),
    headers: printed(expected.answerHeaders),
    received: printed(expected.received),
  });
}

const apiVersions: Record<string, string> = {
  HTTPRoute: 'gateway.networking.k8s.io/v1',
};

async function requireConditions(
  { objects }: ParityTarget,
  { namespace }: ParityNames,
  { kind, name, sectionName, conditions }: ExpectedCondition,
): Promise<void> {
  const object = await objects.read({
    apiVersion: apiVersions[kind] ?? 'gateway.envoyproxy.io/v1alpha1',
    kind,
    metadata: { name, namespace },
  });
  const actual = conditionsOf(object, sectionName);
  const subject = `${kind} ${name} ${sectionName ?? ''}`;
  const shown =
    actual &&
    Object.fromEntries(
      Object.entries(actual).map(([type, text]) => {
        const expected = conditions?.[type];
        const matches =
          typeof expected === 'string'
            ? text === expected || text.startsWith(`${expected} `)
            : expected?.test(text);
        return [type, matches ? String(expected) : text];
      }),
    );
  expect({ subject, conditions: shown }).toEqual({
    subject,
    conditions: conditions && printed(conditions),
  });
}

async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 4000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await delay(50);
    }
  }
}

async function runPhase(
  target: ParityTarget,
  names: ParityNames,
  phase: ParityPhase,
): Promise<void> {
  for (const object of phase.remove?.(names) ?? []) {
    await drop(target, object);
  }
  for (const object of phase.apply?.(names) ?? []) {
    await put(target, object);
  }
  await delay(target.settleMs);
  for (const expected of phase.conditions?.(names) ?? []) {
    await eventually(() => requireConditions(target, names, expected));
  }
  const { exchanges = [] } = phase;
  const connection = openConnection();
  for (const expected of typeof exchanges === 'function'
    ? exchanges(names)
    : exchanges) {
    await requireAnswer(connection, target, names, expected);
  }
  connection.destroy();
}

function runCases(start: () => ParityTarget | Promise<ParityTarget>): void {
  let target: ParityTarget;

  beforeAll(async () => {
    target = await start();
  });
  afterAll(() => target.close());

  it.each(
    parityCases.map((row, index) => [row.name, row.phases, index] as const),
  )(
    '%s',
    async (_, phases, index) => {
      expect.hasAssertions();
      const prefix = `parity-${target.run}-${index}`;
      const names: ParityNames = {
        prefix,
        host: `${prefix}.parity.test`,
        namespace: 'model-gateway',
        gateway: target.gateway,
      };
      try {
        for (const phase of phases) {
          await runPhase(target, names, phase);
        }
      } finally {
        const applied: ParityObject[] = phases.flatMap(
          phase => phase.apply?.(names) ?? [],
        );
        for (const object of applied.reverse()) {
          await drop(target, object);
        }
      }
    },
    30_000,
  );
}

describe('the gateway of the sandbox behaves as in the table', () => {
  runCases(sandboxTarget);
});

const { PARITY_KUBECONFIG, PARITY_GATEWAY_URL, PARITY_GATEWAY } = process.env;
const describeOnCluster =
  PARITY_KUBECONFIG && PARITY_GATEWAY_URL ? describe : describe.skip;

describeOnCluster(
  'the real stack behaves as in the table (with PARITY_KUBECONFIG and PARITY_GATEWAY_URL)',
  () => {
    runCases(() =>
      clusterTarget({
        kubeconfig: PARITY_KUBECONFIG ?? '',
        gatewayUrl: PARITY_GATEWAY_URL ?? '',
        gateway: PARITY_GATEWAY,
      }),
    );
  },
);
