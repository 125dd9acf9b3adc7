import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Stack } from '../template/stack.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.map': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.md': 'text/plain; charset=utf-8',
};

/** Answers a request for a file of the site; false when there is no such file. */
export type ServeFile = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves what the stack deploys to its bucket, with the headers of the distribution's policies. */
export function createSite({ folders, behaviors, rootObject }: Stack['site']): ServeFile {
  const patterns = behaviors.map(({ pathPattern, headers }) => ({ expression: toExpression(pathPattern), headers }));
  const byLongestPrefix = [...folders].sort((left, right) => right.prefix.length - left.prefix.length);

  const find = (path: string): string | undefined => {
    for (const { prefix, folder } of byLongestPrefix) {
      if (prefix && path !== `/${prefix}` && !path.startsWith(`/${prefix}/`)) continue;
      const file = join(folder, normalize(`/${path.slice(prefix.length + 1)}`));
      if (existsSync(file) && statSync(file).isFile()) return file;
    }
    return undefined;
  };

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    let path: string;
    try {
      path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    } catch {
      return false;
    }
    const file = find(path === '/' && rootObject ? `/${rootObject}` : path);
    if (!file) return false;
    const headers = patterns.find(({ expression }) => expression.test(path))?.headers ?? {};
    const content = readFileSync(file);
    response.writeHead(200, { ...headers, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': content.length, 'cache-control': 'no-cache' });
    response.end(request.method === 'HEAD' ? undefined : content);
    return true;
  };
}

function toExpression(pathPattern: string): RegExp {
  const source = pathPattern.replace(/^\//, '').replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.');
  return new RegExp(`^/${source}$`);
}
