import { createRoute } from '@hono/zod-openapi';
import { TiersAnswer } from '../../../contract/answers.ts';
import { ThresholdAdviceAnswer } from '../../../contract/policy-answers.ts';
import { ModelAnswer } from '../../../contract/service-answers.ts';
import { ThresholdQuestion, TiersQuestion } from '../../../contract/questions.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { respond } from '../respond.ts';

const tiers = createRoute({
  method: 'get', path: '/v1/tiers', summary: 'The ladder: who holds which tier and what they bring',
  request: { query: TiersQuestion },
  responses: answers({ answer: TiersAnswer, problems: [400, 401, 403, 409, 410] }),
});
const model = createRoute({
  method: 'get', path: '/v1/model', summary: 'The value model of the published run with its back-test, and how the predicted value is spread',
  request: { query: TiersQuestion },
  responses: answers({ answer: ModelAnswer, problems: [400, 401, 403, 409, 410] }),
});

const advice = createRoute({
  method: 'get', path: '/v1/threshold-advice', summary: 'From what spend a card might be given, and who would qualify',
  request: { query: ThresholdQuestion },
  responses: answers({ answer: ThresholdAdviceAnswer, problems: [400, 401, 403, 409, 410] }),
});

export function addTiers(api: Api): void {
  api.openapi(tiers, async (c) => respond(c, await c.get('reads').tiers(c.req.valid('query'))));
  api.openapi(advice, async (c) => respond(c, await c.get('reads').thresholdAdvice(c.req.valid('query'))));
  api.openapi(model, async (c) => respond(c, await c.get('reads').model(c.req.valid('query'))));
}
