import type { MiddlewareHandler } from 'hono';
import { Scope } from '../../domain/scope.ts';
import { principalFrom } from '../auth/principal.ts';
import type { ApiEnv } from './context.ts';
import { ApiProblem } from './problem.ts';
import type { UseCases } from './use-cases.ts';

/** Routes that say nothing about anybody. Everything else needs a caller, also a route somebody adds tomorrow. */
const publicRoutes = /^\/v1\/(health|openapi\.json|schemas\/[^/]+)$/;

/** The one place where a caller's scope is decided: whoever the authorizer named gets use cases that answer within it, and nobody else gets any. */
export function scoped(useCases: UseCases, headOfficeSeesContacts: boolean): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (publicRoutes.test(c.req.path)) return next();
    const principal = principalFrom(c.env.principal);
    if (!principal) {
      throw new ApiProblem({
        status: 401, code: 'unauthorized', title: 'Who are you?', detail: 'send a bearer token or an API key in the Authorization header',
        headers: { 'www-authenticate': 'Bearer' },
      });
    }
    const scope = new Scope(principal, headOfficeSeesContacts);
    c.set('scope', scope);
    c.set('reads', useCases.as(scope));
    return next();
  };
}

/** Lets only those through who may set a tier by hand. */
export const overriding: MiddlewareHandler<ApiEnv> = (c, next) => {
  if (c.get('scope').mayOverride) return next();
  throw new ApiProblem({ status: 403, code: 'role', title: 'Not in your role', detail: 'only managers and head office may do this' });
};

/** Lets only those through who may change what the chain does. */
export const governing: MiddlewareHandler<ApiEnv> = (c, next) => {
  if (c.get('scope').mayGovern) return next();
  throw new ApiProblem({ status: 403, code: 'role', title: 'Not in your role', detail: 'only head office may do this' });
};
