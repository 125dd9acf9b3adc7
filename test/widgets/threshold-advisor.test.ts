import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { openWidgetPage, type WidgetPage } from '../support/widget-page.ts';

let browser: Browser;
let server: FixtureServer;
let opened: WidgetPage;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4886)]);
}, 60_000);
beforeEach(async () => {
  server.requests.length = 0;
  opened = await openWidgetPage(browser, server);
  await opened.show({ tag: 'vip-threshold-advisor' });
  return () => opened.page.context().close();
});
afterAll(() => Promise.all([browser.close(), server.end()]));

const text = () => opened.page.evaluate(() => document.querySelector('vip-threshold-advisor')!.shadowRoot!.querySelector<HTMLElement>('[part=base]')!.innerText);
const asked = () => server.requests.filter(({ path }) => path.includes('threshold-advice')).map(({ path }) => new URL(path, server.url).searchParams.get('growth'));

describe('vip-threshold-advisor', () => {
  it('raises the threshold while the slider moves by keyboard, and asks once when it rests who would still qualify', async () => {
    await opened.page.keyboard.press('Tab');
    for (let step = 0; step < 5; step++) await opened.page.keyboard.press('ArrowRight');
    // 1,357.85 × 1.25, rounded up to the fen.
    expect(await text()).toMatch(/¥1,697[\s\S]*\+25%/);
    await expect.poll(text).toContain('1,250 of 2,996 would qualify');
    expect(asked()).toEqual(['0.2', '0.25']);
    expect(await opened.faults()).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('stays within 15 and 30 per cent, and tells a screen reader so', async () => {
    const slider = opened.page.getByRole('slider', { name: 'Growth' });
    await slider.focus();
    await opened.page.keyboard.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toBe('30%');
    await opened.page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toBe('15%');
  });

  it('keeps the growth chosen when the figures are refreshed', async () => {
    await opened.page.getByRole('slider').fill('30');
    await expect.poll(text).toContain('1,200 of 2,996');
    await opened.page.evaluate(() => (document.querySelector('vip-provider') as unknown as { refresh(): void }).refresh());
    await expect.poll(() => asked().length).toBe(3);
    await expect.poll(text).toContain('1,200 of 2,996');
  });

  it('sets thresholds of others beside its own, and says next to the field when they are no amounts', async () => {
    const field = opened.page.getByLabel('Compare with');
    await field.fill('20,000 8,88');
    await field.press('Enter');
    await expect.poll(text).toMatch(/¥20,000\s+900 \(860 – 941\)\s+80% \(78% – 82%\)[\s\S]*¥88/);
    expect(server.requests.at(-1)!.path).toContain('thresholds=2000000%2C800%2C8800');
    expect(await opened.faults()).toEqual([]);
    await field.fill('much');
    await field.press('Enter');
    await expect.poll(text).toContain('Up to ten amounts, separated by spaces.');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await opened.faults()).toEqual([]);
  });
});
