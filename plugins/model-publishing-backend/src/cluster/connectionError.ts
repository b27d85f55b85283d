import { ServiceUnavailableError } from '@backstage/errors';
import { fieldsOf } from './ApiStatus';

/** Node's codes for certificates that cannot be verified, such as UNABLE_TO_VERIFY_LEAF_SIGNATURE. */
const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ALTNAME_INVALID/;

/** Says why there was no answer, without the address that was called. */
export function connectionError(error: unknown, clusterName: string): Error {
  const { code, name } = fieldsOf(error);
  const cluster = `Kubernetes cluster "${clusterName}"`;
  if (name === 'AbortError' || name === 'TimeoutError') {
    return new ServiceUnavailableError(`${cluster} did not answer in time`);
  }
  if (error instanceof SyntaxError) {
    return new ServiceUnavailableError(
      `${cluster} did not answer as an API server does; check its url in the kubernetes section`,
    );
  }
  const known = typeof code === 'string' ? code : undefined;
  if (isCertificateError(error)) {
    return new ServiceUnavailableError(
      `The certificate of ${cluster} cannot be verified (${known}); check its caData or caFile in the kubernetes section`,
    );
  }
  return new ServiceUnavailableError(
    `${cluster} cannot be reached (${known ?? 'unknown failure'})`,
  );
}

/** Whether the other side is not who it should be, as far as its certificate says. */
export function isCertificateError(error: unknown): boolean {
  const { code } = fieldsOf(error);
  return typeof code === 'string' && CERTIFICATE.test(code);
}

/** Whether the connection was closed under a call, as happens when an API server restarts. */
export function isConnectionReset(error: unknown): boolean {
  const { code } = fieldsOf(error);
  return code === 'ECONNRESET' || code === 'EPIPE';
}
