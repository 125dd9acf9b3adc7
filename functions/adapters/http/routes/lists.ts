import { createRoute } from '@hono/zod-openapi';
import { CustomerList } from '../../../contract/answers.ts';
import { ListPath, ListQuestion } from '../../../contract/questions.ts';
import type { Api } from '../context.ts';
import { customerTable } from '../csv-tables.ts';
import { answers } from '../documented.ts';
import { linkToNext, respond } from '../respond.ts';

const route = createRoute({
  method: 'get', path: '/v1/lists/{list}', summary: 'Customers to act on: at risk, with a birthday, near a higher or a lower tier, or outside the core',
  request: { params: ListPath, query: ListQuestion },
  responses: answers({ answer: CustomerList, csv: true, problems: [400, 401, 403, 409, 410] }),
});

export function addLists(api: Api): void {
  api.openapi(route, async (c) => {
    const { list } = c.req.valid('param');
    const answer = await c.get('reads').list(list, c.req.valid('query'));
    return respond(c, answer, { headers: linkToNext(c, answer.next), csv: () => customerTable(answer, list) });
  });
}
