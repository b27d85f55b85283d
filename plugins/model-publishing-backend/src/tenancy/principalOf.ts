import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import { MembershipReader } from './MembershipReader';
import { Principal } from './Principal';

/** Finds out who calls. */
export type PrincipalResolver = (
  credentials: BackstageCredentials,
) => Promise<Principal>;

export function createPrincipalResolver(options: {
  config: Pick<ModelPublishingConfig, 'services'>;
  memberships: MembershipReader;
}): PrincipalResolver {
  const services = new Map(
    options.config.services.map(service => [service.subject, service]),
  );
  return async ({ principal }) => {
    if (isUser(principal)) {
      const name = principal.userEntityRef.toLowerCase();
      return {
        kind: 'user',
        name,
        claims: await options.memberships.claimsOf(name),
      };
    }
    if (isService(principal)) {
      const { subject } = principal;
      const owners = services.get(subject)?.owners;
      if (!owners) {
        throw new NotAllowedError(unknownService(subject));
      }
      return { kind: 'service', name: subject, claims: owners };
    }
    throw new AuthenticationError('Sign in, or send a token');
  };
}

function unknownService(subject: string): string {
  return subject.startsWith('plugin:')
    ? `The call comes from ${subject} without a user; a service token that passes through another plugin loses its own name, so this needs a signed-in user`
    : `Service "${subject}" stands for no owner; add it to modelPublishing.services`;
}

function isUser(principal: unknown): principal is BackstageUserPrincipal {
  return (principal as { type?: unknown }).type === 'user';
}

function isService(principal: unknown): principal is BackstageServicePrincipal {
  return (principal as { type?: unknown }).type === 'service';
}
