import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { openWidgetPage, type WidgetPage } from '../support/widget-page.ts';

let browser: Browser;
let server: FixtureServer;
let opened: WidgetPage;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4721)]);
}, 60_000);
beforeEach(async () => {
  opened = await openWidgetPage(browser, server);
  return () => opened.page.context().close();
});
afterAll(() => Promise.all([browser.close(), server.end()]));

const show = async (lang = 'en') => {
  await opened.show({ tag: 'vip-customer-card', attributes: { customer: 'C42' }, lang });
  await opened.page.locator('vip-tier-tools summary').first().waitFor();
  return opened.page;
};

describe('below the reasons of a tier', () => {
  it('stands whether the facts bear it out, and what has come since', async () => {
    const page = await show();
    await page.getByText('Judged anew from 47 facts: the same. 2 more have come since and count from the next night on.').waitFor();
    expect(await opened.faults()).toEqual([]);
  });

  it('stands what a return of one of the sales would do', async () => {
    const page = await show();
    await page.getByText('What a return would do').click();
    const asked = page.waitForRequest((request) => request.url().includes('after-return'));
    await page.getByLabel('Sale').selectOption('T-4');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(new URL((await asked).url()).search).toBe('?sale=T-4');
    await page.getByText('2 pcs for ¥3,680 come back. The tier would be Iron, now Gold. Points to spend: 4,120 → 440.').waitFor();
    expect(await opened.faults()).toEqual([]);
  });

  it('a tier is set by hand with reason and last day, and what is missing is said beside its field', async () => {
    const page = await show('zh-CN');
    await page.getByText('手动设定等级').click();
    await page.getByLabel('等级', { exact: true }).selectOption('platinum');
    await page.getByRole('button', { name: '设定' }).click();
    const until = page.getByLabel('最后一天');
    await expect.poll(() => until.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => until.evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(await page.locator('[id=expiresOn-why]').innerText()).toBe('须为日期');
    expect(await page.locator('[id=reason-why]').innerText()).toBe('不得为空');
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    await until.fill('2026-12-31');
    await page.getByLabel('理由').fill('弥补丢失的包裹');
    await page.getByRole('button', { name: '设定' }).click();
    const request = await sent;
    expect(new URL(request.url()).pathname).toBe('/v1/customers/C42/tier');
    expect(request.postDataJSON()).toEqual({ tier: 'platinum', expiresOn: '2026-12-31', reason: '弥补丢失的包裹' });
    await page.getByText('铂金，至 2026年12月31日，已以您的名义记录。').waitFor();
    expect(await opened.faults()).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});
