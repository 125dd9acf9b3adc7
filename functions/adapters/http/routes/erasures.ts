import { createRoute } from '@hono/zod-openapi';
import { ErasureAnswer, ErasureList } from '../../../contract/erasure-answers.ts';
import { CustomerPath, ErasurePath } from '../../../contract/questions.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { notFound } from '../problem.ts';
import { respond } from '../respond.ts';
import { governing } from '../scoped.ts';

const path = '/v1/erasures';
const erase = createRoute({
  method: 'delete', path: '/v1/customers/{id}', summary: 'Erases a customer: nothing that leads to her stays, what was sold still counts. 202 while it is not done yet', middleware: governing,
  request: { params: CustomerPath },
  responses: { ...answers({ answer: ErasureAnswer, problems: [400, 401, 403, 404] }), ...answers({ answer: ErasureAnswer, status: 202, problems: [] }) },
});
const list = createRoute({
  method: 'get', path, summary: 'Every erasure: when, and who ordered it', middleware: governing,
  responses: answers({ answer: ErasureList, problems: [401, 403] }),
});
const one = createRoute({
  method: 'get', path: `${path}/{id}`, summary: 'Whether an erasure is done', middleware: governing,
  request: { params: ErasurePath },
  responses: answers({ answer: ErasureAnswer, problems: [401, 403, 404] }),
});
const moving = { 'cache-control': 'no-store' };

/** The right to be forgotten, which head office carries out. */
export function addErasures(api: Api): void {
  api.openapi(erase, async (c) => {
    const { id } = c.req.valid('param');
    const erasure = await c.get('reads').erase(id);
    if (!erasure) throw notFound(`there is no customer ${id}, so nothing is to be erased`, 'GET /v1/customers?q= finds customers');
    return respond(c, erasure, { status: erasure.state === 'done' ? 200 : 202, headers: { ...moving, location: `${path}/${erasure.id}` } });
  });
  api.openapi(list, async (c) => respond(c, await c.get('reads').erasures(), { headers: moving }));
  api.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const erasure = await c.get('reads').erasure(id);
    if (!erasure) throw notFound(`there is no erasure ${id}`, `GET ${path} lists them all`);
    return respond(c, erasure, { headers: moving });
  });
}
