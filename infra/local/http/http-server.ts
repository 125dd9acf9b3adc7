import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LaptopError } from '../errors.ts';

export interface HttpServer {
  end(): Promise<void>;
}

/** Listens on the loopback address; a handler that throws answers 500 and the reason is reported. Throws a LaptopError when the port is taken. */
export async function startHttpServer(port: number, handler: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>, report: (line: string) => void): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    Promise.resolve(handler(request, response)).catch((error: unknown) => {
      report(`${request.method} ${request.url}: ${(error as Error).message}`);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end('{"message":"Internal Server Error"}');
    });
  });
  server.setTimeout(0);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new LaptopError(`Port ${port} is taken; choose another with --port N (N and N + 1 are used)`) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    end: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
