import { createRoute } from '@hono/zod-openapi';
import { KpiAnswer, KpiCatalogue } from '../../../contract/answers.ts';
import { KpiPath, KpiQuestion } from '../../../contract/questions.ts';
import type { Api } from '../context.ts';
import { kpiTable } from '../csv-tables.ts';
import { answers } from '../documented.ts';
import { notFound } from '../problem.ts';
import { respond } from '../respond.ts';
import type { UseCases } from '../use-cases.ts';

const catalogue = createRoute({
  method: 'get', path: '/v1/kpis', summary: 'Every KPI with its unit and definition',
  responses: answers({ answer: KpiCatalogue, problems: [401] }),
});
const one = createRoute({
  method: 'get', path: '/v1/kpis/{id}', summary: 'A KPI over any range of business days, by period, store and tier',
  request: { params: KpiPath, query: KpiQuestion },
  responses: answers({ answer: KpiAnswer, csv: true, problems: [400, 401, 403, 404, 409, 410] }),
});

export function addKpis(api: Api, useCases: UseCases): void {
  api.openapi(catalogue, (c) => respond(c, useCases.kpis()));
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const answer = await c.get('reads').kpi(id, c.req.valid('query'));
    if (!answer) throw notFound(`there is no KPI ${id}`, 'GET /v1/kpis lists them all');
    return respond(c, answer, { csv: () => kpiTable(answer) });
  });
}
