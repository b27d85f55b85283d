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

/** What only targets with Envoy AI Gateway can do; elsewhere it is skipped, and its name says why. */
export const ifAiGateway = target.hasAiGateway ? describe : describe.skip;

/** What needs a third tenant, the Responses API or an LLMInferenceService; skipped where those cannot be had. */
export const ifExtraModels =
  target.hasAiGateway && target.hasExtraModels ? describe : describe.skip;

/** What is counted from the access log; skipped where no collector of it is scraped. */
export const ifAccessLogs =
  target.prometheusUrl && target.countsAccessLogs ? describe : describe.skip;

/** Whether models repeat request headers, and answer slowly, on request; KServe's own servers do not. */
export const modelsEcho = process.env.MODELS_ECHO !== 'false';
