import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { openWidgetPage, type WidgetPage } from '../support/widget-page.ts';

let browser: Browser;
let server: FixtureServer;
let opened: WidgetPage;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4762)]);
  opened = await openWidgetPage(browser, server);
}, 60_000);
afterAll(() => Promise.all([browser.close(), server.end()]));

describe('vip-search', () => {
  const type = async (text: string) => {
    await opened.show({ tag: 'vip-search' });
    await opened.page.getByRole('combobox').fill(text);
    await opened.page.getByRole('option').first().waitFor();
  };

  it('says by what a customer was found, and asks once for a word typed quickly', async () => {
    const before = server.requests.length;
    await opened.show({ tag: 'vip-search' });
    await opened.page.getByRole('combobox').pressSequentially('2107', { delay: 20 });
    await opened.page.getByRole('option').first().waitFor();
    expect(await opened.page.getByRole('option').allInnerTexts()).toEqual([expect.stringMatching(/周若兰 C18[\s\S]*phone ends so/)]);
    expect(server.requests.slice(before).filter(({ path }) => path.includes('/customers?')).map(({ path }) => path)).toEqual(['/v1/customers?q=2107&limit=8']);
    expect(await opened.faults()).toEqual([]);
  });

  it('is gone through with the arrow keys, round and round, and Enter chooses', async () => {
    await type('C');
    const active = () => opened.page.evaluate(() => document.querySelector('vip-search')!.shadowRoot!.querySelector('[aria-selected=true]')?.id ?? null);
    const seen = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) { await opened.page.keyboard.press(key); seen.push(await active()); }
    expect(seen).toEqual(['option-0', 'option-1', 'option-0', 'option-4']);
    expect(await opened.page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe('option-4');
    expect(await opened.faults()).toEqual([]);
    const chosen = await opened.hears('vip-select');
    await opened.page.keyboard.press('Enter');
    expect(await chosen()).toEqual({ customerId: 'C55', name: null });
    expect(await opened.page.getByRole('option').count()).toBe(0);
  });

  it('takes the only customer found at Enter, and nobody while several are found and none is pointed at', async () => {
    await type('周');
    const chosen = await opened.hears('vip-select');
    await opened.page.keyboard.press('Enter');
    expect(await chosen()).toEqual({ customerId: 'C18', name: '周若兰' });
    await type('C');
    await opened.page.keyboard.press('Enter');
    expect(await opened.page.getByRole('option').count()).toBe(5);
    await opened.page.keyboard.press('Escape');
    expect(await opened.page.getByRole('option').count()).toBe(0);
  });

  it('chooses who was meant when Enter follows quick fingers or a scanner, not who was found before', async () => {
    await type('周');
    const chosen = await opened.hears('vip-select');
    await opened.page.getByRole('combobox').fill('C55');
    await opened.page.keyboard.press('Enter');
    expect(await chosen()).toMatchObject({ customerId: 'C55' });
  });
});

describe('the steps of vip-at-risk', () => {
  it.each([
    ['en', /Spotted\s+Drifting away since 30 Sept 2026[\s\S]*Cause\s+silence[\s\S]*before the usual interval is over[\s\S]*12 Oct 2026, WeChat: 约在周末来试冬装/],
    ['zh-CN', /发现\s+2026年9月30日 起[\s\S]*原因\s+沉默[\s\S]*预防[\s\S]*2026年10月12日, 微信：约在周末来试冬装/], ['zh-TW', /預防/],
  ])('open in %s with the keyboard and tell what became of it', async (lang, says) => {
    await opened.show({ tag: 'vip-at-risk', lang });
    const second = opened.page.locator('vip-at-risk details').nth(1);
    await second.locator('summary').press('Enter');
    await expect.poll(() => second.innerText()).toMatch(says);
    expect(await opened.faults()).toEqual([]);
  });
});

describe('what the card proposes to talk about', () => {
  it.each([
    ['en', 'C42', /Talk about\s+连衣裙 Bought 14 times, last on 16 Nov 2026\.\s+大衣 Bought on 9 Jan 2026\.\s+丝巾 Not bought here yet; 186 customers who have “连衣裙” have it too\./],
    ['zh-CN', 'C42', /可以聊聊[\s\S]*买过 14 次[\s\S]*买了“连衣裙”的顾客中有 186 位也买了/], ['zh-TW', 'C42', /可以聊聊[\s\S]*買過 14 次/], ['en', 'C9', /^Likes\s+Nothing known yet/],
  ])('is said in %s for %s with its reason', async (lang, customer, says) => {
    const card = await opened.show({ tag: 'vip-customer-card', attributes: { customer }, lang });
    await expect.poll(() => card.evaluate((element) => element.shadowRoot!.querySelector<HTMLElement>('section.likes')?.innerText)).toMatch(says);
    expect(await opened.faults()).toEqual([]);
  });
});
