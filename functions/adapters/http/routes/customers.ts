import { createRoute } from '@hono/zod-openapi';
import { CustomerAnswer, CustomerList } from '../../../contract/answers.ts';
import { TierHistoryAnswer } from '../../../contract/policy-answers.ts';
import { FactsAnswer } from '../../../contract/service-answers.ts';
import { CustomerPath, CustomerQuestion, FactsQuestion, SearchQuestion, TierHistoryQuestion } from '../../../contract/questions.ts';
import type { Api } from '../context.ts';
import { customerTable } from '../csv-tables.ts';
import { answers } from '../documented.ts';
import { unknownCustomer } from '../problem.ts';
import { linkToNext, respond } from '../respond.ts';

const search = createRoute({
  method: 'get', path: '/v1/customers', summary: 'Customers by the beginning of their id, a part of their name or the end of their phone number',
  request: { query: SearchQuestion },
  responses: answers({ answer: CustomerList, csv: true, problems: [400, 401, 403, 409, 410] }),
});
const one = createRoute({
  method: 'get', path: '/v1/customers/{id}', summary: 'Everything known about a customer: file, tier and why, history, worth, satisfaction, lifecycle, risk',
  request: { params: CustomerPath, query: CustomerQuestion },
  responses: answers({ answer: CustomerAnswer }),
});
const tiers = createRoute({
  method: 'get', path: '/v1/customers/{id}/tiers', summary: 'Every change of a customer’s tier, with its cause',
  request: { params: CustomerPath, query: TierHistoryQuestion },
  responses: answers({ answer: TierHistoryAnswer }),
});
const facts = createRoute({
  method: 'get', path: '/v1/customers/{id}/facts', summary: 'What the ledger holds about a customer',
  request: { params: CustomerPath, query: FactsQuestion },
  responses: answers({ answer: FactsAnswer }),
});

export function addCustomers(api: Api): void {
  api.openapi(search, async (c) => {
    const answer = await c.get('reads').customers(c.req.valid('query'));
    return respond(c, answer, { headers: linkToNext(c, answer.next), csv: () => customerTable(answer, 'customers') });
  });
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const answer = await c.get('reads').customer(id, c.req.valid('query'));
    if (!answer) throw unknownCustomer(id);
    return respond(c, answer);
  });
  api.openapi(tiers, async (c) => {
    const { id } = c.req.valid('param');
    const answer = await c.get('reads').tierHistory(id, c.req.valid('query'));
    if (!answer) throw unknownCustomer(id);
    return respond(c, answer);
  });
  api.openapi(facts, async (c) => {
    const { id } = c.req.valid('param');
    const answer = await c.get('reads').facts(id, c.req.valid('query'));
    if (!answer) throw unknownCustomer(id);
    return respond(c, answer);
  });
}
