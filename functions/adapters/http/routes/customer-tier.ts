import { createRoute } from '@hono/zod-openapi';
import { AfterReturnAnswer, OverrideAnswer } from '../../../contract/policy-answers.ts';
import { AfterReturnQuestion, CustomerPath, OverrideOrder } from '../../../contract/questions.ts';
import { jsonBody } from '../body.ts';
import { checked } from '../checked.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { refused, unknownCustomer } from '../problem.ts';
import { respond } from '../respond.ts';
import { overriding } from '../scoped.ts';

const afterReturn = createRoute({
  method: 'get', path: '/v1/customers/{id}/tiers/after-return', summary: 'What a return would do to a customer’s tier and points',
  request: { params: CustomerPath, query: AfterReturnQuestion },
  responses: answers({ answer: AfterReturnAnswer }),
});

/** What may be done about the tier of one customer: ask what would change it, and set it by hand. */
export function addCustomerTier(api: Api): void {
  api.openapi(afterReturn, async (c) => {
    const { id } = c.req.valid('param');
    const answer = await c.get('reads').afterReturn(id, c.req.valid('query'));
    if (!answer) throw unknownCustomer(id);
    return respond(c, answer);
  });
  api.openAPIRegistry.registerPath({
    method: 'put', path: '/v1/customers/{id}/tier', summary: 'Sets a customer’s tier by hand until a day, in the name of the caller',
    request: { params: CustomerPath, body: { required: true, content: { 'application/json': { schema: OverrideOrder } } } },
    responses: answers({ answer: OverrideAnswer, status: 202, problems: [400, 401, 403, 404, 409] }),
  });
  api.put('/v1/customers/:id/tier', overriding, async (c) => {
    const { id } = checked(CustomerPath, c.req.param());
    const result = await c.get('reads').overrideTier(id, checked(OverrideOrder, await jsonBody(c)));
    if (!result) throw unknownCustomer(id);
    if (!result.ok) throw refused(result.problems, 'invalid-override');
    return respond(c, result.override, { status: 202, headers: { 'cache-control': 'no-store' } });
  });
}
