import { createRoute } from '@hono/zod-openapi';
import { RunAnswer } from '../../../contract/answers.ts';
import { RunList } from '../../../contract/service-answers.ts';
import { NightOrder, RunPath, RunsQuestion } from '../../../contract/questions.ts';
import { jsonBody } from '../body.ts';
import { checked } from '../checked.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { notFound } from '../problem.ts';
import { respond } from '../respond.ts';
import { governing } from '../scoped.ts';

const list = createRoute({
  method: 'get', path: '/v1/runs', summary: 'The latest published runs',
  request: { query: RunsQuestion },
  responses: answers({ answer: RunList, problems: [400, 401] }),
});
const one = createRoute({
  method: 'get', path: '/v1/runs/{id}', summary: 'How far a run is, what it did, how long it took and what it used',
  request: { params: RunPath },
  responses: answers({ answer: RunAnswer, problems: [401, 404] }),
});

export function addRuns(api: Api): void {
  const moving = { 'cache-control': 'no-store' };
  api.openapi(list, async (c) => respond(c, await c.get('reads').runs(c.req.valid('query').limit), { headers: moving }));
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const run = await c.get('reads').run(id);
    if (!run) throw notFound(`there is no run ${id}`, 'GET /v1/runs lists the latest');
    return respond(c, run, { headers: moving });
  });
  api.openAPIRegistry.registerPath({
    method: 'post', path: '/v1/runs', summary: 'Starts a night',
    request: { body: { content: { 'application/json': { schema: NightOrder } } } },
    responses: answers({ answer: RunAnswer, status: 202, problems: [400, 401, 403] }),
  });
  // The body is read whatever type it is said to have: an as-of date must not be overlooked because of a missing header.
  api.post('/v1/runs', governing, async (c) => {
    const run = await c.get('reads').requestNight(checked(NightOrder, await jsonBody(c, {})));
    return respond(c, run, { status: 202, headers: { location: `/v1/runs/${run.runId}`, ...moving } });
  });
}
