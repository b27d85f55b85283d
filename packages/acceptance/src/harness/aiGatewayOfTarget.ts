/** Whether the cluster under test has Envoy AI Gateway (docs/testing.md). */
export const hasAiGateway = process.env.GATEWAY_AI !== 'false';
