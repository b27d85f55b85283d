import {
  TARGET_VARIABLE,
  targetDescriptionSchema,
} from '../harness/TargetDescription';

/** The system under test. */
export const target = targetDescriptionSchema.parse(
  JSON.parse(process.env[TARGET_VARIABLE] ?? 'null'),
);

const [hostname = '', otherHostname = hostname] = target.hostnames;

/** The hostname that publications get by default, and another one that is allowed. */
export const hostnames = { usual: hostname, other: otherHostname };

/** What only targets with Envoy AI Gateway can do; elsewhere it is skipped under a name that says so. */
export function describeWithAiGateway(name: string, tests: () => void): void {
  if (target.hasAiGateway) {
    describe(name, tests);
  } else {
    describe.skip(
      `needs Envoy AI Gateway, which this target does not have: ${name}`,
      tests,
    );
  }
}

/** Whether models repeat request headers on request; KServe's own servers do not. */
export const modelsEcho = process.env.MODELS_ECHO !== 'false';
