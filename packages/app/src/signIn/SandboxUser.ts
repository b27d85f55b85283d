import { Config } from '@backstage/config';

/** Somebody whom a visitor of the sandbox can sign in as. */
export interface SandboxUser {
  userEntityRef: string;
  title: string;
  /** What this user may do. */
  description: string;
}

/** Reads `sandbox.signIn.users`; empty where the sandbox's configuration is not loaded. */
export function readSandboxUsers(config: Config): SandboxUser[] {
  const users = config.getOptionalConfigArray('sandbox.signIn.users') ?? [];
  return users.map(user => ({
    userEntityRef: user.getString('userEntityRef'),
    title: user.getString('title'),
    description: user.getOptionalString('description') ?? '',
  }));
}
