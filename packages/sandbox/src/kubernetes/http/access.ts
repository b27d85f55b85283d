import { StatusError } from '../errors/StatusError';
import { ResourcePath } from './parseResourcePath';

/** Who a bearer token belongs to. */
export interface Account {
  readonly user: string;
}

/** What somebody wants to do, in RBAC's words. */
export interface Access {
  readonly user: string;
  readonly verb: string;
  readonly group: string;
  /** The plural, with `/status` for the subresource. */
  readonly resource: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Throws 401 for a missing or unknown token. */
export function authenticate(
  tokens: Readonly<Record<string, Account>>,
  authorization: string,
): Account {
  const [, token = ''] = /^Bearer (.+)$/i.exec(authorization) ?? [];
  const account = Object.entries(tokens).find(
    ([known]) => known === token,
  )?.[1];
  if (!account) {
    throw new StatusError(401, 'Unauthorized', 'Unauthorized');
  }
  return account;
}

export function accessOf(
  { user }: Account,
  verb: string,
  { type, namespace, name, subresource }: ResourcePath,
): Access {
  const resource = subresource ? `${type.plural}/${subresource}` : type.plural;
  return { user, verb, group: type.group, resource, namespace, name };
}

/** The answer to somebody who may not do that. */
export function forbidden({
  user,
  verb,
  group,
  resource,
  namespace,
  name,
}: Access): StatusError {
  const kind = resource.split('/')[0] ?? resource;
  const object = `${group ? `${kind}.${group}` : kind}${
    name ? ` "${name}"` : ''
  }`;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return new StatusError(
    403,
    'Forbidden',
    `${object} is forbidden: User "${user}" cannot ${verb} resource "${resource}" in API group "${group}" ${scope}`,
    { ...(name && { name }), ...(group && { group }), kind },
  );
}
