import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';

/**
 * Reads the users of `sandbox.signIn.users`, as full entity refs.
 *
 * @param environment - the process's `NODE_ENV`
 * @throws Error when users are listed although this is a production environment
 */
export function readSandboxUsers(
  config: Config,
  environment: string | undefined,
): string[] {
  const users = config.getOptionalConfigArray('sandbox.signIn.users') ?? [];
  if (users.length === 0) {
    return [];
  }
  const reason = productionReason(config, environment);
  if (reason) {
    throw new Error(
      `Sign-in without a password (sandbox.signIn.users) is refused because ${reason}. ` +
        'Remove app-config.sandbox.yaml and app-config.identities.yaml from the list of configuration files.',
    );
  }
  return users.map(user =>
    stringifyEntityRef(
      parseEntityRef(user.getString('userEntityRef'), {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    ),
  );
}

function productionReason(
  config: Config,
  environment: string | undefined,
): string | undefined {
  if (environment === 'production') {
    return 'NODE_ENV is "production"';
  }
  return config.getOptionalString('auth.environment') === 'production'
    ? 'auth.environment is "production"'
    : undefined;
}
