import { Server } from 'node:net';

/** Begins to listen on the loopback interface; port 0 leaves the choice to the operating system. Returns the port. */
export function listenOnLoopback(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') {
        resolve(address.port);
      } else {
        reject(new Error('The operating system gave no port'));
      }
    });
  });
}
