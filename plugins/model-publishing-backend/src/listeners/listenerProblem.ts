import { GatewayListener } from '../cluster/resources/Gateway';

/** Why a listener of ours cannot stand beside those that are not ours; undefined when it can. */
export function listenerProblem(
  wanted: GatewayListener,
  foreign: GatewayListener[],
): string | undefined {
  const sameName = foreign.find(({ name }) => name === wanted.name);
  if (sameName) {
    return `the Gateway has a listener "${wanted.name}" that this portal has not made; remove it`;
  }
  const samePort = foreign.filter(({ port }) => port === wanted.port);
  const same = samePort.find(({ hostname }) => hostname === wanted.hostname);
  if (same) {
    return `the platform's listener "${same.name}" has the same hostname and port; put the hostname into hostnames.allowed instead of hostnames.custom`;
  }
  const other = samePort.find(({ protocol }) => protocol !== wanted.protocol);
  return (
    other &&
    `the platform's listener "${other.name}" has port ${wanted.port} for ${other.protocol}, so it cannot be for ${wanted.protocol}; give the hostname another port`
  );
}
