import { createRoute } from '@hono/zod-openapi';
import { ReportQuestion } from '../../../contract/questions.ts';
import { ReportAnswer } from '../../../contract/report-answers.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { reportTable } from '../report-table.ts';
import { respond } from '../respond.ts';

const monthly = createRoute({
  method: 'get', path: '/v1/reports/monthly', summary: 'The monthly VIP report of the chain, a store or an associate, beside last month and the same month last year',
  request: { query: ReportQuestion },
  responses: answers({ answer: ReportAnswer, csv: true, problems: [400, 401, 403, 409, 410] }),
});

export function addReports(api: Api): void {
  api.openapi(monthly, async (c) => {
    const answer = await c.get('reads').report(c.req.valid('query'));
    return respond(c, answer, { csv: () => reportTable(answer) });
  });
}
