export { startSandbox } from './startSandbox';
export type { Sandbox, SandboxOptions } from './startSandbox';
export { PortTakenError } from './listenOnLoopback';
