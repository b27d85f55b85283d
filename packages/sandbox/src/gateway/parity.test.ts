import { clusterTarget } from './__testUtils__/clusterTarget';
import {
  ParityCase,
  ParityNames,
  ParityObject,
} from './__testUtils__/ParityCase';
import { aiCases, plainCases } from './__testUtils__/parityCases';
import { drop, ParityTarget } from './__testUtils__/ParityTarget';
import { runPhase } from './__testUtils__/runPhase';
import { sandboxTarget } from './__testUtils__/sandboxTarget';

function runCases(
  cases: readonly ParityCase[],
  start: () => ParityTarget | Promise<ParityTarget>,
): void {
  let target: ParityTarget;

  beforeAll(async () => {
    target = await start();
  });
  afterAll(() => target.close());

  it.each(cases.map((row, index) => [row.name, row.phases, index] as const))(
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
    60_000,
  );
}

describe('the gateway of the sandbox behaves as in the table', () => {
  runCases([...plainCases, ...aiCases], sandboxTarget);
});

const {
  PARITY_KUBECONFIG,
  PARITY_GATEWAY_URL,
  PARITY_GATEWAY,
  PARITY_MODELS_URL,
  PARITY_AI_GATEWAY,
} = process.env;
const describeOnCluster =
  PARITY_KUBECONFIG && PARITY_GATEWAY_URL ? describe : describe.skip;

describeOnCluster(
  'the real stack behaves as in the table (with PARITY_KUBECONFIG and PARITY_GATEWAY_URL)',
  () => {
    const cases =
      PARITY_AI_GATEWAY === 'false' ? plainCases : [...plainCases, ...aiCases];
    runCases(cases, () =>
      clusterTarget({
        kubeconfig: PARITY_KUBECONFIG ?? '',
        gatewayUrl: PARITY_GATEWAY_URL ?? '',
        modelsUrl: PARITY_MODELS_URL,
        gateway: PARITY_GATEWAY,
      }),
    );
  },
);
