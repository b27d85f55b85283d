import { IncomingMessage } from 'node:http';

/** The whole body, or undefined as soon as it is larger than a filter may keep. */
export async function readBody(
  incoming: IncomingMessage,
  mostBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Not to be destroyed on leaving the loop: the answer goes over the same socket.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) {
      return undefined;
    }
  }
  return Buffer.concat(chunks);
}
