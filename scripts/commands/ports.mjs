/**
 * Ports of one start: an option wins over the environment variable, which wins over the usual port. The configuration
 * files read the same variables.
 *
 * @param {Record<string, string | boolean | undefined>} options
 * @param {NodeJS.ProcessEnv} env
 */
export function choosePorts(options, env) {
  const port = (option, variable, usual) =>
    Number(options[option] ?? env[variable] ?? usual);
  return {
    portal: port('portal-port', 'PORTAL_PORT', 3000),
    backend: port('backend-port', 'BACKEND_PORT', 7007),
    gateway: port('gateway-port', 'GATEWAY_PORT', 10080),
    sandbox: port('sandbox-port', 'SANDBOX_PORT', 6480),
    prometheus: port('prometheus-port', 'PROMETHEUS_PORT', 6490),
  };
}

/** @param {ReturnType<typeof choosePorts>} ports */
export const portVariables = ports => ({
  PORTAL_PORT: String(ports.portal),
  BACKEND_PORT: String(ports.backend),
  GATEWAY_PORT: String(ports.gateway),
  SANDBOX_PORT: String(ports.sandbox),
  PROMETHEUS_PORT: String(ports.prometheus),
});
