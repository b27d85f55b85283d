import { createConnection, createServer } from 'node:net';
import { UserError } from '../UserError.mjs';

const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Finds out that a port is taken before anything is started.
 *
 * @param {Array<{ purpose: string, port: number, option: string }>} wanted
 * @throws UserError that names every taken port and the option to change it
 */
export async function requireFreePorts(wanted) {
  const taken = [];
  for (const { purpose, port, option } of wanted) {
    if (await isTaken(port)) {
      taken.push(
        `Port ${port}, wanted for ${purpose}, is taken. Choose another one: npm start -- --${option} <port>`,
      );
    }
  }
  const ports = wanted.map(({ port }) => port);
  if (new Set(ports).size < ports.length) {
    taken.push(
      `Each port can be used once: ${wanted
        .map(({ option, port }) => `--${option} ${port}`)
        .join(', ')}.`,
    );
  }
  if (taken.length > 0) {
    throw new UserError(taken.join('\n'));
  }
}

/** @param {number} port */
async function isTaken(port) {
  const findings = await Promise.all(
    LOOPBACK.flatMap(host => [accepts(host, port), cannotListen(host, port)]),
  );
  return findings.includes(true);
}

/** Somebody accepts connections; on some systems one can listen there all the same. */
function accepts(host, port) {
  return new Promise(resolve => {
    const socket = createConnection({ host, port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Not counted: a machine without this kind of address. */
function cannotListen(host, port) {
  return new Promise(resolve => {
    const server = createServer();
    server.on('error', error =>
      resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES'),
    );
    server.listen({ host, port, exclusive: true }, () =>
      server.close(() => resolve(false)),
    );
  });
}
