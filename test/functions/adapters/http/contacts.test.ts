import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContactList, type MadeContactAnswer } from '../../../../functions/contract/contact-answers.ts';
import type { CustomerList } from '../../../../functions/contract/answers.ts';
import type { Problem } from '../../../../functions/contract/problem.ts';
import { defaultContactDocument } from '../../../../functions/domain/contacts/settings-document.ts';
import { presets } from '../../../../functions/domain/tiers/presets.ts';
import { savePolicy } from '../../../../functions/flows/save-policy.ts';
import { saveContactSettings } from '../../../../functions/flows/save-contact-settings.ts';
import { apiOf, headOffice, managerOf, type Caller, type Chain } from '../../../support/api.ts';
import { freshChain } from '../../../support/chain.ts';
import { temporaryEngine } from '../../../support/engine.ts';

let engine: Awaited<ReturnType<typeof temporaryEngine>>;
let chain: Chain;
let api: ReturnType<typeof apiOf>;
let now = new Date('2026-03-10T20:00:00Z');
const associate: Caller = { role: 'associate', storeId: 'S01', associateId: 'A1' };

const at = (day: string, time = '12:00') => `${day}T${time}:00+08:00`;
const person = (customerId: string, storeId: string, day: string, more: object = {}) => ({
  'detail-type': 'CustomerEnrolled', detail: { id: `E-${customerId}`, storeId, customerId, associateId: 'A1', occurredAt: at(day), consent: { wechat: true }, hard: { name: `林${customerId}`, phone: '13812345678' }, ...more },
});
const sale = (customerId: string, storeId: string, day: string) => ({
  'detail-type': 'SaleRecorded', detail: { id: `T-${customerId}-${day}`, storeId, customerId, occurredAt: at(day), currency: 'CNY', lines: [{ sku: 'W-1', quantity: 1, unitPrice: 60_000 }] },
});
const list = async (caller: Caller, query = '') => ContactList.parse(await api.get(caller, `/lists/contacts-due${query}`));
const made = (caller: Caller, id: string, order: object) => api.ask(caller, `/contacts/${encodeURIComponent(id)}/made`, { method: 'POST', body: JSON.stringify(order) });
const brief = ({ items }: ContactList) => items.map(({ id, day, done }) => [id, day, done]);

beforeAll(async () => {
  engine = await temporaryEngine();
  chain = await freshChain(engine, { now: () => now });
  api = apiOf(chain);
  await savePolicy(presets.cards, 'head office', chain);
  await saveContactSettings({ brand: '素织', storeNames: { S01: '南京西路店' }, staff: { A1: '小陈' } }, 'head office', chain);
  await chain.ingest([
    person('C1', 'S01', '2026-03-10', { language: 'zh-TW' }), person('C2', 'S01', '2026-02-20'), sale('C2', 'S01', '2026-03-08'), person('C3', 'S02', '2026-03-10'),
    person('C4', 'S01', '2026-02-20', { consent: {} }), sale('C4', 'S01', '2026-03-10'),
  ]);
  await chain.night({ runId: 'night-1', asOf: '2026-03-10' });
  now = new Date('2026-03-11T02:00:00Z');
}, 120_000);
afterAll(() => engine.end());

describe('GET /v1/lists/contacts-due', () => {
  it('lists what is open today in the reader’s store: with whom, why, when, by which channel and in which words', async () => {
    const answer = await list(associate);
    expect(answer).toMatchObject({ from: '2026-03-11', to: '2026-03-12', total: 3, open: 3, next: null, runId: 'night-1' });
    expect(brief(answer)).toEqual([['C1/welcome/2026-03-10', '2026-03-11', false], ['C2/thank-you/2026-03-08', '2026-03-09', false], ['C2/survey/2026-03-08', '2026-03-10', false]]);
    expect(answer.items[0]).toEqual({
      id: 'C1/welcome/2026-03-10', customerId: 'C1', name: '林C1', tier: 'standard', storeId: 'S01', associateId: 'A1', associateName: '小陈', purpose: 'welcome', channel: 'wechat',
      day: '2026-03-11', lastDay: '2026-03-17', hours: { from: 10, to: 18 }, about: {}, language: 'zh-TW', text: '親愛的林C1，歡迎加入，您目前有0點。【素织 南京西路店】', done: false, outcome: null,
    });
  });

  it('looks a week and a month ahead as far as can be foreseen, and at any days', async () => {
    // Day 30 after the sale of 8 March is 7 April.
    expect(brief(await list(associate, '?grain=week')).map(([id]) => id)).not.toContain('C2/day-30/2026-03-08');
    expect(brief(await list(associate, '?grain=month'))).toContainEqual(['C2/day-30/2026-03-08', '2026-04-07', false]);
    expect(brief(await list(associate, '?from=2026-04-07&to=2026-04-08'))).toEqual([['C2/day-30/2026-03-08', '2026-04-07', false]]);
  });

  it('confines a store to itself and lets head office choose, by associate and customer as well', async () => {
    expect(brief(await list(managerOf('S02')))).toEqual([['C3/welcome/2026-03-10', '2026-03-11', false]]);
    expect((await list(headOffice)).total).toBe(4);
    expect((await list(headOffice, '?store=S02')).total).toBe(1);
    expect((await list(headOffice, '?associate=A9')).total).toBe(0);
    expect((await list(associate, '?customer=C1')).total).toBe(1);
    expect((await api.ask(associate, '/lists/contacts-due?store=S02')).status).toBe(403);
  });

  it('comes in pages and for a spreadsheet', async () => {
    const first = await list(associate, '?limit=2');
    const second = await list(associate, `?limit=2&cursor=${first.next}`);
    expect([...brief(first), ...brief(second)]).toEqual(brief(await list(associate)));
    expect(second.next).toBeNull();
    const csv = await (await api.ask(associate, '/lists/contacts-due?format=csv')).text();
    expect(csv.split('\r\n')[0]).toContain('id,customerId,name,tier,storeId,associateId,purpose,channel,day,lastDay,fromHour,toHour,text,done,outcome');
    expect(csv).toContain('素织 南京西路店');
  });

  it.each([['?grain=year', 'grain'], ['?from=2026-03-11&to=2026-03-11', 'to'], ['?from=2026-03-11&to=2026-08-11', 'to'], ['?cursor=abc', 'cursor']])('refuses %s and says why', async (query, field) => {
    const response = await api.ask(associate, `/lists/contacts-due${query}`);
    expect(response.status).toBe(400);
    expect((await response.json() as Problem).errors![0]!.field).toBe(field);
  });
});

describe('POST /v1/contacts/{id}/made', () => {
  it('records a contact in the name of whoever made it, and nothing else a caller says', async () => {
    const response = await made(associate, 'C2/thank-you/2026-03-08', { outcome: 'reached', channel: 'call' });
    expect(response.status).toBe(202);
    expect(await response.json() as MadeContactAnswer).toEqual({
      id: 'C2/thank-you/2026-03-08', customerId: 'C2', purpose: 'thank-you', channel: 'call', outcome: 'reached', storeId: 'S01', associateId: 'A1', at: now.toISOString(),
    });
    expect(api.sent.at(-1)).toEqual({ detailType: 'ContactMade', detail: {
      id: 'made-C2/thank-you/2026-03-08', customerId: 'C2', storeId: 'S01', associateId: 'A1', purpose: 'thank-you', channel: 'call', outcome: 'reached',
      contactId: 'C2/thank-you/2026-03-08', occurredAt: now.toISOString(), recordedAt: now.toISOString(),
    } });
    expect((await made(associate, 'C2/thank-you/2026-03-08', { outcome: 'reached', customerId: 'C1' })).status).toBe(400);
    expect((await made(associate, 'C2/thank-you/2026-03-08', { outcome: 'bought' })).status).toBe(400);
  });

  it('is on the list at once, and the night that follows agrees', { timeout: 60_000 }, async () => {
    const { detailType, detail } = api.sent.at(-1)!;
    await chain.ingest([{ 'detail-type': detailType, detail }]);
    const after = await list(associate);
    expect(after.items.map(({ id, done, outcome }) => [id, done, outcome])).toContainEqual(['C2/thank-you/2026-03-08', true, 'reached']);
    expect([after.total, after.open]).toEqual([3, 2]);
    now = new Date('2026-03-11T20:00:00Z');
    await chain.night({ runId: 'night-2', asOf: '2026-03-11' });
    expect(brief(await list(associate))).toEqual([['C1/welcome/2026-03-10', '2026-03-11', false], ['C2/survey/2026-03-08', '2026-03-10', false]]);
    expect((await list(associate, '?from=2026-03-11&to=2026-03-12')).items.find(({ id }) => id.startsWith('C2/thank'))).toMatchObject({ done: true, outcome: 'reached' });
  });

  it('takes in whoever looked in today, for the early shift', async () => {
    now = new Date('2026-03-12T03:30:00Z');
    await chain.ingest([{ 'detail-type': 'ContactMade', detail: { id: 'V1', storeId: 'S01', customerId: 'C1', occurredAt: at('2026-03-12', '11:00'), purpose: 'visit', channel: 'store' } }]);
    expect((await list(associate)).items.map(({ id, hours }) => [id, hours.from])).toContainEqual(['C1/visitor/2026-03-12', 14]);
  });

  it.each([
    ['a contact of another store', managerOf('S02'), 'C2/survey/2026-03-08'], ['one that is not due', associate, 'C2/day-30/2026-03-08'], ['one that never was', associate, 'C9/welcome/2026-03-10'], ['no contact at all', associate, 'C2'],
  ])('does not find %s', async (_, caller, id) => {
    const sent = api.sent.length;
    expect((await made(caller, id, { outcome: 'reached' })).status).toBe(404);
    expect(api.sent).toHaveLength(sent);
  });
});

describe('/v1/contact-settings', () => {
  const put = (document: unknown, headers: Record<string, string> = {}) => api.ask(headOffice, '/contact-settings', { method: 'PUT', body: JSON.stringify(document), headers });

  it('are for head office, which can put back what it read', async () => {
    for (const method of ['GET', 'PUT']) expect((await api.ask(associate, '/contact-settings', { method, ...(method === 'PUT' && { body: '{}' }) })).status).toBe(403);
    const read = await api.ask(headOffice, '/contact-settings');
    const document = await read.json() as { version: number; brand: string };
    expect(document).toMatchObject({ version: 2, brand: '素织', mostPerWeek: 2 });
    const saved = await put({ ...document, mostPerWeek: 3 }, { 'if-match': read.headers.get('etag')! });
    expect(await saved.json()).toEqual({ ...document, version: 3, mostPerWeek: 3 });
    expect((await put(document, { 'if-match': read.headers.get('etag')! })).status).toBe(412);
  });

  it('fill what is left out, down to a single text', async () => {
    const text = { 'zh-CN': '欢迎，{points}分。', 'zh-TW': '歡迎，{points}點。', en: 'welcome, {points} points.' };
    const saved = await (await put({ templates: { bodies: { welcome: text } } })).json() as typeof defaultContactDocument;
    expect(saved).toEqual({ ...defaultContactDocument, version: 4, templates: { ...defaultContactDocument.templates, bodies: { ...defaultContactDocument.templates.bodies, welcome: text } } });
  });

  it.each([
    ['a cap below one', { mostPerWeek: 0 }, 'mostPerWeek', 'must be at least 1'],
    ['quiet hours that cover the day', { allowedHours: { from: 20, to: 9 } }, 'allowedHours.to', 'must be later than from'],
    ['a name that nobody knows', { quiet: true }, 'quiet', 'is not a field of the contact settings'],
    ['a campaign on no date', { campaigns: [{ id: 'tea', purpose: 'invitation', day: 'soon', title: { en: 'Tea', 'zh-CN': '茶会', 'zh-TW': '茶會' } }] }, 'campaigns.0.day', 'must be a date such as 2027-02-06'],
    ['a purpose that does not exist', { plans: { low: { channels: ['sms'], purposes: ['chat'] } } }, 'plans.low.purposes.0', /must be one of/],
    ['a text with a placeholder nothing fills', { templates: { signature: { 'zh-CN': '{shop}', 'zh-TW': '{shop}', en: '{shop}' } } }, 'templates.signature.zh-CN', /has the placeholder \{shop\}/],
    ['a text that is missing in one language', { templates: { bodies: { visitor: { 'zh-CN': '好', 'zh-TW': '', en: 'hello' } } } }, 'templates.bodies.visitor.zh-TW', 'must not be empty'],
    ['promotions that are not divided', { hours: { promotion: [{ from: 10, to: 12 }] } }, 'hours.promotion', 'must have two windows: one for each half'],
    ['no document', 'text', 'body', /expected object/],
  ])('refuse %s and name the place', async (_, document, field, problem) => {
    const response = await put(document);
    expect(response.status).toBe(400);
    const { code, errors } = await response.json() as Problem;
    expect([code, errors!.find((error) => error.field === field)?.problem]).toEqual(['invalid-contact-settings', expect.stringMatching(problem)]);
  });
});

describe('GET /v1/lists/birthdays', () => {
  it('says which gift goes with the tier and what is written by which channel, and plans no greeting without consent', async () => {
    await saveContactSettings({ brand: '素织', gifts: { standard: { name: '丝巾', cost: 9_900 } } }, 'head office', chain);
    await chain.ingest([person('C5', 'S01', '2026-03-01', { hard: { name: '林五', birthDate: '1990-04-05' } }), person('C6', 'S01', '2026-03-01', { consent: {}, hard: { name: '林六', birthDate: '1988-04-30' } })]);
    now = new Date('2026-03-12T20:00:00Z');
    await chain.night({ runId: 'night-3', asOf: '2026-03-12' });
    const { items } = await api.get<CustomerList>(associate, '/lists/birthdays');
    const gift = { name: '丝巾', cost: 9_900 };
    expect(items.map(({ customerId, birthdayPlan }) => [customerId, birthdayPlan])).toEqual([
      ['C5', { day: '2026-04-05', gift, channel: 'wechat', text: '尊敬的林五，祝您生日快乐！丝巾已为您备好，欢迎到店领取。【素织 S01】' }],
      ['C6', { day: '2026-04-30', gift, channel: null, text: null }],
    ]);
    expect(await (await api.ask(associate, '/lists/birthdays?format=csv')).text()).toContain('丝巾,9900,wechat,尊敬的林五');
  }, 60_000);
});
