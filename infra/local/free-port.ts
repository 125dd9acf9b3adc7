import { createServer, type Server } from 'node:net';

/** Below the ports that Linux gives to outgoing connections (32768 and up): one of those may be taken between being found free and being listened on. */
const LOWEST = 10_000;
const HIGHEST = 32_000;

/** The first of so many neighbouring ports of this machine on which nobody listens. */
export async function freePort(neighbours = 1): Promise<number> {
  for (;;) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const held = await Promise.all(Array.from({ length: neighbours }, (_, at) => hold(first + at)));
    for (const server of held) server?.close();
    if (held.every((server) => server !== null)) return first;
  }
}

function hold(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
