import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { Api, ApiContext, ApiEnv } from './context.ts';
import { fieldProblem } from './field-problem.ts';
import { invalid, notFound, problemOf, problemResponse } from './problem.ts';
import { respond } from './respond.ts';
import { addContacts } from './routes/contacts.ts';
import { addCustomerOwner } from './routes/customer-owner.ts';
import { addCustomerTier } from './routes/customer-tier.ts';
import { addCustomers } from './routes/customers.ts';
import { addErasures } from './routes/erasures.ts';
import { addEvents } from './routes/events.ts';
import { addHealth } from './routes/health.ts';
import { addKpis } from './routes/kpis.ts';
import { addLists } from './routes/lists.ts';
import { addPolicy } from './routes/policy.ts';
import { addReplays } from './routes/replays.ts';
import { addReports } from './routes/reports.ts';
import { addRuns } from './routes/runs.ts';
import { addSchemas } from './routes/schemas.ts';
import { addTiers } from './routes/tiers.ts';
import { scoped } from './scoped.ts';
import type { UseCases } from './use-cases.ts';

export interface ApiOptions {
  headOfficeSeesContacts: boolean;
  log: { error(message: string, details: { requestId: string; method: string; route: string; error: Error }): void };
}

/** The HTTP API: takes a Request with the caller the authorizer named, and answers with a Response. */
export function createApi(useCases: UseCases, { headOfficeSeesContacts, log }: ApiOptions): Api {
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => { if (!result.success) throw invalid(result.error.issues.map((issue) => parameterProblem(issue, c))); },
  });
  api.use(async (c, next) => {
    c.set('requestId', c.env.requestId ?? randomUUID());
    await next();
  });
  api.onError((error, c) => {
    const problem = problemOf(error);
    if (!problem) log.error('request failed', { requestId: c.get('requestId'), method: c.req.method, route: c.req.routePath, error });
    return problemResponse(problem ?? internal, c.get('requestId'));
  });
  api.notFound((c) => problemResponse(notFound(`there is no ${c.req.method} ${c.req.path}`, 'GET /v1/openapi.json lists every route').body, c.get('requestId')));
  api.use(scoped(useCases, headOfficeSeesContacts));
  addHealth(api, useCases);
  addKpis(api, useCases);
  addCustomers(api);
  addCustomerTier(api);
  addErasures(api);
  addContacts(api);
  addCustomerOwner(api);
  addLists(api);
  addTiers(api);
  addPolicy(api);
  addReplays(api);
  addReports(api);
  addRuns(api);
  addEvents(api);
  addSchemas(api);
  addDescription(api);
  return api;
}

const internal = { status: 500, code: 'internal', title: 'Something went wrong here', detail: 'it has been logged under the request id; try again, and if it stays, tell whoever runs this system that id' };

/** The description of the API, made from the schemas that check it, once. */
function addDescription(api: Api): void {
  let description: object | null = null;
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', description: 'A JWT of the configured issuer, or an API key.' });
  api.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'basic', description: 'An API key as the user name, without a password.' });
  api.get('/v1/openapi.json', (c: ApiContext) => {
    description ??= api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Guibin', version: '1', description: 'Who the best customers are, what they are worth, how they feel, and whom the chain is about to lose. Money is in minor units.' },
      security: [{ bearer: [] }, { key: [] }],
    });
    return respond(c, description);
  });
}

/** With the value as it was sent: what stands in an address is in every log anyway. */
function parameterProblem(issue: z.core.$ZodIssue, c: Context<ApiEnv>) {
  const { field, problem } = fieldProblem(issue, { ...c.req.query(), ...c.req.param() });
  const value = c.req.query(field) ?? c.req.param(field);
  return { field, ...(value !== undefined && { value: value.slice(0, 80) }), problem };
}
