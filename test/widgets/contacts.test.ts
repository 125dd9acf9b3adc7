import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { harmfulName } from '../support/fixture-answers.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { openWidgetPage, type WidgetPage } from '../support/widget-page.ts';

let browser: Browser;
let server: FixtureServer;
let opened: WidgetPage;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4751)]);
}, 60_000);
beforeEach(async () => {
  server.sent.length = 0;
  server.requests.length = 0;
  opened = await openWidgetPage(browser, server);
  return () => opened.page.context().close();
});
afterAll(() => Promise.all([browser.close(), server.end()]));

const row = (name: string) => opened.page.getByRole('listitem').filter({ hasText: name });

describe('<vip-contacts>', () => {
  it('closes a contact with one key, says so to everybody, and keeps the place of whoever works with the keyboard', async () => {
    await opened.show({ tag: 'vip-contacts' });
    const told = await opened.hears('vip-contact-made');
    await row('林婉仪').getByRole('button', { name: 'No answer' }).focus();
    await opened.page.keyboard.press('Enter');
    await row('林婉仪').getByText('Noted: No answer').waitFor();
    expect(server.sent).toEqual([{ path: 'contacts/C42%2Fbirthday%2F2026-11-22/made', body: { outcome: 'no-answer' } }]);
    expect(await told()).toEqual({ id: 'C42/birthday/2026-11-22', outcome: 'no-answer' });
    expect(await opened.page.getByRole('status').last().textContent()).toBe('Noted: No answer');
    expect(await opened.page.evaluate(() => document.querySelector('vip-contacts')!.shadowRoot!.activeElement!.textContent)).toBe('Noted: No answer');
    expect(await row('林婉仪').getByRole('button').count()).toBe(1);
    await opened.page.getByText('3 of 5 still to do').waitFor();
    expect(await opened.faults()).toEqual([]);
  });

  it('says in words why a contact was not saved, and lets it be tried again', async () => {
    await opened.show({ tag: 'vip-contacts' });
    await opened.page.route('**/made', (route) => route.abort());
    await row('周若兰').getByRole('button', { name: 'Reached', exact: true }).click();
    await row('周若兰').getByRole('alert').getByText('Not saved. The server cannot be reached').waitFor();
    expect(await opened.faults()).toEqual([]);
    await opened.page.unroute('**/made');
    await row('周若兰').getByRole('button', { name: 'Reached', exact: true }).click();
    await row('周若兰').getByText('Noted: Reached').waitFor();
  });

  it('copies what is to be said, or selects it where the page may not copy', async () => {
    await opened.show({ tag: 'vip-contacts' });
    await opened.page.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => { document.title = text; return Promise.resolve(); } } }); });
    await row('林婉仪').getByRole('button', { name: 'Copy the text' }).click();
    await opened.page.getByRole('status').getByText('Copied').waitFor({ state: 'attached' });
    expect(await opened.page.title()).toContain('羊绒围巾已为您备好');
    await opened.page.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }); });
    await row('周若兰').getByRole('button', { name: 'Copy the text' }).click();
    await opened.page.getByRole('status').getByText('Selected: copy it with the keyboard').waitFor({ state: 'attached' });
  });

  it('shows a week and a month by day, and asks for no more than the page allows', async () => {
    await opened.show({ tag: 'vip-contacts', attributes: { store: 'S01', associate: 'A7', limit: '7' } });
    await opened.page.getByRole('button', { name: '7 days' }).click();
    await opened.page.getByText('22 Nov 2026', { exact: true }).waitFor();
    expect(await opened.page.getByRole('button', { name: '7 days' }).getAttribute('aria-pressed')).toBe('true');
    expect(server.requests.map(({ path }) => path)).toContain('/v1/lists/contacts-due?limit=7&store=S01&associate=A7&grain=week');
  });

  it('takes a name for text, and tells the page who was chosen', async () => {
    await opened.show({ tag: 'vip-contacts' });
    const chosen = await opened.hears('vip-select');
    await opened.page.getByRole('button', { name: harmfulName }).click();
    expect(await chosen()).toEqual({ customerId: 'C7', name: harmfulName });
    expect(await opened.page.evaluate(() => 'harmed' in window)).toBe(false);
    expect(opened.complaints).toEqual([]);
  });

  it.each([['zh-CN', '还有 4 项待办，共 5 项', '2026年12月31日前再消费¥1,235，即可升为铂金。'], ['zh-TW', '還有 4 項待辦，共 5 項', '2026年12月31日前再消費']])('says why in %s', async (lang, count, why) => {
    const widget = await opened.show({ tag: 'vip-contacts', lang });
    const text = await widget.evaluate((element) => element.shadowRoot!.querySelector<HTMLElement>('[part=base]')!.innerText);
    expect(text).toContain(count);
    expect(text).toContain(why);
  });
});

describe('the card', () => {
  it('says under “Today” what the plan says, and closes it there', async () => {
    await opened.show({ tag: 'vip-customer-card', attributes: { customer: 'C42' } });
    await opened.page.getByText('Has a birthday today. Gift: 羊绒围巾.').waitFor();
    await opened.page.getByRole('button', { name: 'Reached', exact: true }).click();
    await opened.page.getByRole('paragraph').filter({ hasText: 'Noted: Reached' }).waitFor();
    expect(server.sent.map(({ path }) => path)).toEqual(['contacts/C42%2Fbirthday%2F2026-11-22/made']);
    expect(await opened.faults()).toEqual([]);
  });
});
