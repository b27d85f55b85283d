import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  ModelPublishingConfig,
  ServiceConfig,
} from '../config/ModelPublishingConfig';
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
      return servicePrincipal(principal.subject, services);
    }
    throw new AuthenticationError('Sign in, or send a token');
  };
}

function servicePrincipal(
  subject: string,
  services: Map<string, ServiceConfig>,
): Principal {
  if (subject.startsWith('plugin:')) {
    throw new NotAllowedError(
      `The call comes from ${subject} without a user; a service token that passes through another plugin loses its own name, so this needs a signed-in user`,
    );
  }
  const service = services.get(subject);
  if (!service) {
    throw new NotAllowedError(
      `Service "${subject}" stands for no owner; add it to modelPublishing.services`,
    );
  }
  return { kind: 'service', name: subject, claims: service.owners };
}

function isUser(principal: unknown): principal is BackstageUserPrincipal {
  return (principal as { type?: unknown }).type === 'user';
}

function isService(principal: unknown): principal is BackstageServicePrincipal {
  return (principal as { type?: unknown }).type === 'service';
}
