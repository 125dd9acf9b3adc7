import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { faultsOf } from '../support/widget-page.ts';

let browser: Browser;
let server: FixtureServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4884)]);
}, 60_000);
afterAll(() => Promise.all([browser.close(), server.end()]));

describe('the demo portal', () => {
  it.each([
    ['counter', 'zh-CN', 'light', 1360], ['store', 'en', 'dark', 1360], ['chain', 'zh-TW', 'light', 1360], ['counter', 'en', 'dark', 390], ['store', 'zh-CN', 'light', 390],
    ['report', 'zh-TW', 'dark', 1360], ['report', 'en', 'light', 390],
  ] as const)('shows its %s board in %s, %s, %d pixels wide: every widget has an answer, axe and the content policy have no complaint', async (board, locale, colorScheme, width) => {
    const { page, complaints } = await open({ locale, colorScheme, viewport: { width, height: 900 } }, `#${board}`);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('opens on the board of whoever signs in, and shows the counter whom it is about', async () => {
    const { page } = await open({ locale: 'en-GB' }, '');
    await settled(page);
    expect(await page.locator('vip-customer-card').getAttribute('customer')).toBe('C7');
    await page.locator('vip-at-risk').getByRole('button', { name: '周若兰' }).waitFor();
    await page.getByLabel('Signed in as').selectOption('head-office');
    await page.getByRole('link', { name: 'Head office', exact: true }).and(page.locator('[aria-current=page]')).waitFor();
    expect(await page.locator('#pick-store').inputValue()).toBe('');
    await page.context().close();
  });

  it('changes its language without loading again', async () => {
    const { page } = await open({ locale: 'zh-CN' }, '#counter/C42');
    await settled(page);
    await page.getByLabel('语言').selectOption('zh-TW');
    await page.getByRole('heading', { name: '需要關心的顧客' }).waitFor();
    await expect.poll(() => page.getByText('生命週期與風險').count()).toBe(1);
    await page.context().close();
  });

  it('takes the counter to a customer chosen on another board', async () => {
    const { page } = await open({ locale: 'en-GB' }, '#store');
    await page.locator('vip-at-risk').getByRole('button', { name: 'Customer C55' }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#counter/C55');
    expect(await page.locator('vip-customer-card').getAttribute('customer')).toBe('C55');
    await page.context().close();
  });
});

async function open(options: Parameters<Browser['newContext']>[0], hash: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  await page.goto(`${server.url}/${hash}`);
  return { page, complaints };
}

/** Waits until no widget is loading any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const widgets = [...document.querySelectorAll('main *')].filter(({ localName }) => localName.startsWith('vip-'));
    return widgets.length > 0 && widgets.every(({ shadowRoot }) => shadowRoot?.querySelector('[part=base]') && !shadowRoot.querySelector('.skeleton'));
  });
}
