import { readFileSync, writeFileSync } from 'node:fs';

/** Lines of a file as /etc/hosts is one, by which names of models lead to addresses of this machine. */
export interface HostLine {
  host: string;
  address: string;
}

/** Writes lines at the end, in place of earlier ones for these names. The file stays the one that others have open. */
export function putHostLines(file: string, lines: HostLine[]): void {
  removeHostLines(
    file,
    lines.map(({ host }) => host),
  );
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    [
      ...text.split('\n').filter(Boolean),
      ...lines.map(({ host, address }) => `${address} ${host}`),
      '',
    ].join('\n'),
  );
}

/** Takes out what leads these names anywhere. */
export function removeHostLines(file: string, hosts: string[]): void {
  const text = readFileSync(file, 'utf8');
  const kept = text
    .split('\n')
    .filter(line => !line.split(/\s+/).some(word => hosts.includes(word)));
  writeFileSync(file, kept.join('\n'));
}
