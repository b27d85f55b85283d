import { ParityNames } from './ParityCase';
import {
  apiKeyAuth,
  backend,
  irisRoute,
  keys,
  onlyClients,
  policy,
} from './parityObjects';

/** Without a known key. */
export const unauthorized = {
  status: 401,
  answer: 'Client authentication failed.',
} as const;
/** With a key that the route does not admit. */
export const forbidden = {
  status: 403,
  answer: 'RBAC: access denied',
} as const;

/** Client ids and keys of the published model; only those of `p1` are admitted. */
export const clients = {
  _sentinel: 'unguessable',
  'p1.acme.k1': 'key-one',
  'p1.acme.k2': 'key-two',
  'p2.acme.k1': 'key-of-another',
};

/** The policy of a published model, as the product renders it. */
export function complete(names: ParityNames, secret = names.prefix) {
  return policy(names, 'SecurityPolicy', 'HTTPRoute', {
    apiKeyAuth: apiKeyAuth(secret),
    authorization: onlyClients('p1.'),
  });
}

/** A published model, in the order in which the product writes it. */
export function published(names: ParityNames) {
  return [
    keys(names, clients),
    complete(names),
    backend(names),
    irisRoute(names),
  ];
}
