import { CustomerPath, TransferOrder } from '../../../contract/questions.ts';
import { TransferAnswer } from '../../../contract/service-answers.ts';
import { jsonBody } from '../body.ts';
import { checked } from '../checked.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { unknownCustomer } from '../problem.ts';
import { respond } from '../respond.ts';
import { overriding } from '../scoped.ts';

/** Who owns a customer, as far as a manager may decide it. */
export function addCustomerOwner(api: Api): void {
  api.openAPIRegistry.registerPath({
    method: 'post', path: '/v1/customers/{id}/transfer', summary: 'Gives a customer to another associate, of her store or of another',
    request: { params: CustomerPath, body: { required: true, content: { 'application/json': { schema: TransferOrder } } } },
    responses: answers({ answer: TransferAnswer, status: 202, problems: [400, 401, 403, 404, 409] }),
  });
  api.post('/v1/customers/:id/transfer', overriding, async (c) => {
    const { id } = checked(CustomerPath, c.req.param());
    const answer = await c.get('reads').transfer(id, checked(TransferOrder, await jsonBody(c)));
    if (!answer) throw unknownCustomer(id);
    return respond(c, answer, { status: 202, headers: { 'cache-control': 'no-store' } });
  });
}
