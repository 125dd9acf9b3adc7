import { createRoute } from '@hono/zod-openapi';
import { ContactList, ContactOrder, ContactPath, ContactsQuestion, MadeContactAnswer } from '../../../contract/contact-answers.ts';
import { ContactSettingsDocument, WrittenContactSettings, type ContactSettingsProblem } from '../../../contract/contact-settings.ts';
import { jsonBody } from '../body.ts';
import { contactTable } from '../contact-table.ts';
import type { Api } from '../context.ts';
import { answers } from '../documented.ts';
import { fieldProblem } from '../field-problem.ts';
import { ApiProblem, invalid, notFound } from '../problem.ts';
import { etagOf, linkToNext, matches, respond } from '../respond.ts';
import { governing } from '../scoped.ts';

const due = createRoute({
  method: 'get', path: '/v1/lists/contacts-due', summary: 'What there is to say to whom: today’s open contacts, or those of a week, a month or any days',
  request: { query: ContactsQuestion },
  responses: answers({ answer: ContactList, csv: true, problems: [400, 401, 403, 409, 410] }),
});
const settingsPath = '/v1/contact-settings';

/** Contacts: the list, closing one from the shop, and by what rules they are planned. */
export function addContacts(api: Api): void {
  api.openapi(due, async (c) => {
    const answer = await c.get('reads').contacts(c.req.valid('query'));
    return respond(c, answer, { headers: { ...linkToNext(c, answer.next), 'cache-control': 'private, no-cache' }, csv: () => contactTable(answer) });
  });
  addClosing(api);
  addSettings(api);
}

function addClosing(api: Api): void {
  api.openAPIRegistry.registerPath({
    method: 'post', path: '/v1/contacts/{id}/made', summary: 'Says that a contact of the list was made, and how it went; whose it was and why the server knows',
    request: { params: ContactPath, body: { required: true, content: { 'application/json': { schema: ContactOrder } } } },
    responses: answers({ answer: MadeContactAnswer, status: 202, problems: [400, 401, 404, 409] }),
  });
  // The id has slashes of its own, and gateways undo their escaping.
  api.post('/v1/contacts/:id{.+}/made', async (c) => {
    const order = ContactOrder.safeParse(await jsonBody(c));
    if (!order.success) throw invalid(order.error.issues.map(fieldProblem));
    const id = c.req.param('id');
    const made = await c.get('reads').makeContact(id, order.data);
    if (!made) throw notFound(`there is no contact ${id} to be made today among those you may see`, 'GET /v1/lists/contacts-due lists them');
    return respond(c, made, { status: 202, headers: { 'cache-control': 'no-store' } });
  });
}

function addSettings(api: Api): void {
  api.openAPIRegistry.registerPath({
    method: 'get', path: settingsPath, summary: 'The contact settings by which the next night goes',
    responses: answers({ answer: ContactSettingsDocument, problems: [401, 403] }),
  });
  api.get(settingsPath, governing, async (c) => respond(c, await c.get('reads').contactSettings()));
  api.openAPIRegistry.registerPath({
    method: 'put', path: settingsPath, summary: 'Saves the next version of the contact settings; what is left out has its default; with If-Match only if nobody changed them meanwhile',
    request: { body: { required: true, content: { 'application/json': { schema: WrittenContactSettings } } } },
    responses: answers({ answer: ContactSettingsDocument, problems: [400, 401, 403, 409, 412] }),
  });
  api.put(settingsPath, governing, async (c) => {
    const ifMatch = c.req.header('if-match');
    const reads = c.get('reads');
    if (ifMatch !== undefined && !matches(ifMatch, etagOf(await reads.contactSettings(), c.get('scope').key))) {
      throw new ApiProblem({ status: 412, code: 'contact-settings-changed', title: 'The contact settings have changed', detail: 'somebody saved them since you read them; read them again and apply your change to them' });
    }
    const saved = await reads.saveContactSettings(await jsonBody(c));
    if (!saved.ok) throw refused(saved.problems);
    return respond(c, saved.settings);
  });
}

function refused(problems: readonly ContactSettingsProblem[]): ApiProblem {
  return invalid(problems.map(({ path, problem }) => ({ field: path === '' ? 'body' : path, problem })), 'invalid-contact-settings');
}
