import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Files of a certificate and its key. */
export interface CertificateFiles {
  certificateFile: string;
  keyFile: string;
}

/** Makes a certificate for some hostnames that is its own issuer, by the system's OpenSSL; Node can only read them. */
export function makeCertificate(
  folder: string,
  hostnames: string[],
): CertificateFiles {
  const certificateFile = path.join(folder, 'certificate.pem');
  const keyFile = path.join(folder, 'key.pem');
  const names = hostnames.map(name => `DNS:${name}`).join(',');
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-nodes', '-days', '2'],
      ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
      ...['-subj', '/CN=acceptance', '-addext', `subjectAltName=${names}`],
      ...['-keyout', keyFile, '-out', certificateFile],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return { certificateFile, keyFile };
}
