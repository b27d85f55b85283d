import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** Header in which the sign-in page names the chosen user. */
export const SANDBOX_USER_HEADER = 'x-sandbox-user';

/**
 * Takes the user named in the header at its word, as long as it is a listed one.
 *
 * @param users - full entity refs
 */
export function createSandboxAuthenticator(users: readonly string[]) {
  return createProxyAuthenticator({
    defaultProfileTransform: async ({
      userEntityRef,
    }: {
      userEntityRef: string;
    }) => ({
      profile: { displayName: parseEntityRef(userEntityRef).name },
    }),
    initialize: () => undefined,
    async authenticate({ req }) {
      const named = req.header(SANDBOX_USER_HEADER);
      const userEntityRef = users.find(
        user => named !== undefined && user === fullRef(named),
      );
      if (!userEntityRef) {
        throw new AuthenticationError(
          `Nobody was signed in: the header ${SANDBOX_USER_HEADER} must name one of ${users.join(
            ', ',
          )}.`,
        );
      }
      return { result: { userEntityRef } };
    },
  });
}

function fullRef(named: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(named, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}
