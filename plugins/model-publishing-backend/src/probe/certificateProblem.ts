import { fieldsOf } from '../cluster/ApiStatus';

/** Codes of Node's TLS (X509_V_ERR_... of OpenSSL without its prefix, and one of Node's own). */
const CERTIFICATE_CODE =
  /^(CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_(CA|PURPOSE)|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME)/;

/** Why a connection's certificate was refused; undefined for failures of other kinds. */
export function certificateProblem(error: unknown): string | undefined {
  const { code } = fieldsOf(error);
  return typeof code === 'string' && CERTIFICATE_CODE.test(code)
    ? code
    : undefined;
}
