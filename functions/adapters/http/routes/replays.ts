import { createRoute } from '@hono/zod-openapi';
import { PolicyReplayAnswer } from '../../../contract/policy-answers.ts';
import { ReplayOrder, ReplayPath } from '../../../contract/questions.ts';
import { jsonBody } from '../body.ts';
import { checked } from '../checked.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { notFound, refusedPolicy } from '../problem.ts';
import { respond } from '../respond.ts';
import { governing } from '../scoped.ts';

const path = '/v1/policy/replays';
const one = createRoute({
  method: 'get', path: `${path}/{id}`, summary: 'What a draft policy would change', middleware: governing,
  request: { params: ReplayPath },
  responses: answers({ answer: PolicyReplayAnswer, problems: [401, 403, 404] }),
});

/** Trying out a policy on everybody, which names customers of every store and is therefore for head office. */
export function addReplays(api: Api): void {
  api.openAPIRegistry.registerPath({
    method: 'post', path, summary: 'Judges everybody by a draft policy, beside the one in force',
    request: { body: { required: true, content: { 'application/json': { schema: ReplayOrder } } } },
    responses: answers({ answer: PolicyReplayAnswer, status: 202, problems: [400, 401, 403, 409, 410] }),
  });
  api.post(path, governing, async (c) => {
    const replayed = await c.get('reads').replayPolicy(checked(ReplayOrder, await jsonBody(c)));
    if (!replayed.ok) throw refusedPolicy(replayed.problems, 'policy');
    return respond(c, replayed.replay, { status: 202, headers: { location: `${path}/${replayed.replay.id}` } });
  });
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const replay = await c.get('reads').replay(id);
    if (!replay) throw notFound(`there is no replay ${id}`, `POST ${path} makes one, which is kept for a month`);
    return respond(c, replay);
  });
}
