/** A route of an HTTP API, such as `GET /v1/customers/{id}`, `ANY /{proxy+}` or `$default`. */
export interface RouteMatch<Target> {
  routeKey: string;
  target: Target;
  pathParameters: Record<string, string>;
}
export type Router<Target> = (method: string, path: string) => RouteMatch<Target> | undefined;

interface Compiled<Target> {
  routeKey: string;
  method: string;
  expression: RegExp;
  names: string[];
  greedy: boolean;
  literals: number;
  target: Target;
}

/**
 * Chooses routes as API Gateway does: a full match before a greedy `{proxy+}`, that before `$default`;
 * among equals the one with more literal segments, then a named method before ANY.
 */
export function createRouter<Target>(routes: { routeKey: string; target: Target }[]): Router<Target> {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const compiled = routes.filter((route) => route !== fallback).map(({ routeKey, target }) => compileRoute(routeKey, target)).sort((left, right) =>
    Number(left.greedy) - Number(right.greedy) || right.literals - left.literals || Number(left.method === 'ANY') - Number(right.method === 'ANY'));
  return (method, path) => {
    for (const route of compiled) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const match = route.expression.exec(path);
      if (!match) continue;
      const pathParameters = Object.fromEntries(route.names.map((name, index) => [name, decoded(match[index + 1] ?? '')]));
      return { routeKey: route.routeKey, target: route.target, pathParameters };
    }
    return fallback && { routeKey: '$default', target: fallback.target, pathParameters: {} };
  };
}

function compileRoute<Target>(routeKey: string, target: Target): Compiled<Target> {
  const [method = '', path = ''] = routeKey.split(' ');
  const names: string[] = [];
  let literals = 0;
  const source = path.split('/').filter(Boolean).map((segment) => {
    const parameter = /^\{([^}+]+)(\+?)\}$/.exec(segment);
    if (!parameter) {
      literals += 1;
      return segment.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    }
    names.push(parameter[1] ?? '');
    return parameter[2] ? '(.+)' : '([^/]+)';
  }).join('/');
  return { routeKey, method, expression: new RegExp(`^/${source}/?$`), names, greedy: path.endsWith('+}'), literals, target };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
