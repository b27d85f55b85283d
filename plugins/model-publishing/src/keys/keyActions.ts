import {
  ApiKey,
  PublishingOptions,
} from '@inference-portal/plugin-model-publishing-common';
import { KnownPublication } from '../api/usePublication';
import { KeyAction } from './KeyMenu';

export interface KeyRights {
  publication: Pick<KnownPublication, 'apiKeyId'>;
  /** The user's tenants that may have keys. */
  tenants: string[];
  reveal: PublishingOptions['keys']['reveal'];
}

/** What the user can do to a key; the backend decides for itself. */
export function keyActions(
  { id, tenantId, state, replacedBy }: ApiKey,
  { publication, tenants, reveal }: KeyRights,
): KeyAction[] {
  if (state === 'revoked' || state === 'expired') {
    return [];
  }
  const isOwn = tenants.includes(tenantId);
  const isReplaceable = state === 'active' || state === 'lost';
  return [
    ...(isOwn && isReplaceable && replacedBy === null
      ? (['rotate'] as const)
      : []),
    // The backend reveals one key to each user: the primary one of the user's tenant.
    ...(reveal === 'owners' && id === publication.apiKeyId && state === 'active'
      ? (['reveal'] as const)
      : []),
    'revoke',
  ];
}
