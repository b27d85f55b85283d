import {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  UserInfoService,
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
  config: Pick<ModelPublishingConfig, 'services' | 'tenancy'>;
  memberships: MembershipReader;
  /** Asked for what the sign-in said, where the configuration wants that. */
  userInfo: Pick<UserInfoService, 'getUserInfo'>;
}): PrincipalResolver {
  const { memberships, userInfo } = options;
  const { membership } = options.config.tenancy;
  const services = new Map(
    options.config.services.map(service => [service.subject, service]),
  );
  return async credentials => {
    const { principal } = credentials;
    if (isUser(principal)) {
      const name = principal.userEntityRef.toLowerCase();
      const claims = await memberships.claimsOf(name);
      if (membership === 'catalog') {
        return { kind: 'user', name, claims };
      }
      const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
      const inToken = ownershipEntityRefs.map(ref => ref.toLowerCase());
      return {
        kind: 'user',
        name,
        claims: claims.filter(claim => inToken.includes(claim)),
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
