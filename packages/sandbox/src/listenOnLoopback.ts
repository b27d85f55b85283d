import { Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** Thrown when a port of the sandbox is already in use; the message says which and what to do. */
export class PortTakenError extends Error {
  constructor(purpose: string, port: number, address: string) {
    super(
      `Port ${port} for the ${purpose} is already in use on ${address}; stop the process that listens there or choose another port`,
    );
    this.name = 'PortTakenError';
  }
}

/** Listens on 127.0.0.1 or what is given (port 0: any free one) and answers the port in use. */
export async function listenOnLoopback(
  server: Server,
  port: number,
  purpose: string,
  address = '127.0.0.1',
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new PortTakenError(purpose, port, address)
          : error,
      ),
    );
    server.listen(port, address, resolve);
  });
  const bound: string | AddressInfo | null = server.address();
  return typeof bound === 'object' && bound ? bound.port : port;
}

/** Stops listening and ends open connections, so that a process can exit at once. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
