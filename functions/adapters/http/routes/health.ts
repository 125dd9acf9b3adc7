import { createRoute } from '@hono/zod-openapi';
import { HealthAnswer } from '../../../contract/service-answers.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { respond } from '../respond.ts';
import type { UseCases } from '../use-cases.ts';

const route = createRoute({
  method: 'get', path: '/v1/health', summary: 'Whether the tables answer, and whether a run has been published', security: [],
  responses: answers({ answer: HealthAnswer, problems: [] }),
});

export function addHealth(api: Api, useCases: UseCases): void {
  api.openapi(route, async (c) => respond(c, await useCases.health(), { headers: { 'cache-control': 'no-store' } }));
}
