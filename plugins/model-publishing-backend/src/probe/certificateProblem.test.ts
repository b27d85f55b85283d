import { certificateProblem } from './certificateProblem';

describe('certificateProblem', () => {
  it.each([
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('is %s', code =>
    expect(certificateProblem(Object.assign(new Error(), { code }))).toBe(code),
  );

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'ABORT_ERR', 'EPROTO', undefined])(
    'is not %s',
    code =>
      expect(
        certificateProblem(Object.assign(new Error(), { code })),
      ).toBeUndefined(),
  );
});
