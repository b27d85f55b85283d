import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Makes a certificate for one name that is its own issuer, in PEM, by the system's OpenSSL; Node can only read them. */
export function makeCertificate(name: string): { key: string; cert: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  const keyFile = path.join(folder, 'key.pem');
  const certificateFile = path.join(folder, 'certificate.pem');
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-nodes', '-days', '2'],
        ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
        ...['-subj', '/CN=test', '-addext', `subjectAltName=DNS:${name}`],
        ...['-keyout', keyFile, '-out', certificateFile],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    return {
      key: readFileSync(keyFile, 'utf8'),
      cert: readFileSync(certificateFile, 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
