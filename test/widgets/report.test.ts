import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { faultsOf, openWidgetPage, type WidgetPage } from '../support/widget-page.ts';

let browser: Browser;
let server: FixtureServer;
let opened: WidgetPage;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4763)]);
  opened = await openWidgetPage(browser, server);
}, 60_000);
afterAll(() => Promise.all([browser.close(), server.end()]));

const tables = () => opened.page.locator('vip-report table');
async function show(attributes: Record<string, string> = {}, lang = 'en'): Promise<string> {
  await opened.show({ tag: 'vip-report', attributes, lang });
  await expect.poll(() => tables().count()).toBeGreaterThanOrEqual(6);
  return opened.page.locator('vip-report').evaluate((element) => element.shadowRoot!.querySelector<HTMLElement>('[part=base]')!.innerText);
}

describe('vip-report', () => {
  it('sets each figure of the month beside last month and the same month last year', async () => {
    const text = await show();
    expect(text).toMatch(/VIP report, Oct 2026\s+All stores/);
    expect(await tables().first().getByRole('row').allInnerTexts()).toEqual([
      expect.stringMatching(/Figure\s+Oct 2026\s+Sept 2026\s+Change\s+Oct 2025\s+Change/),
      expect.stringMatching(/Member base\s+2,996\s+2,940\s+\+1\.9%\s+2,210\s+\+35\.6%/), expect.stringMatching(/Net sales\s+¥781,234\s+¥740,000\s+\+5\.6%\s+—\s+—/),
      expect.stringMatching(/Units per ticket\s+2\.06\s+2\.06\s+0%/), expect.stringMatching(/Churn by silence\s+31%\s+28%\s+\+3 pp\s+35%\s+-4 pp/),
      expect.stringMatching(/Satisfied customers\s+84%\s+86%\s+≈ -2 pp\s+3 answers: not shown\s+—/), expect.stringMatching(/Enrolments\s+41/),
    ]);
    expect(opened.complaints).toEqual([]);
  });

  it('colours a change only where it is one, by what is better', async () => {
    await show();
    const colour = (row: number, cell: number) => tables().first().getByRole('row').nth(row).getByRole('cell').nth(cell).locator('span').getAttribute('class');
    expect([await colour(1, 2), await colour(4, 2), await colour(4, 4), await colour(5, 2), await colour(3, 2)]).toEqual(['small good', 'small bad', 'small good', 'small muted', 'small muted']);
  });

  it.each([
    ['en', [/Goals by class/, /Walk-ins, no tier/, /By category/, /25–34/, /By store/, /referral\s+9\s+7\s+¥12,300/, /Aug 2026\s+80\s+30%\s+15%/]],
    ['zh-CN', [/2026年10月 VIP 分析/, /分类目标/, /散客与无等级/, /按年龄/, /转介绍/]], ['zh-TW', [/2026年10月 VIP 分析/, /分類目標/, /依年齡/, /轉介紹/]],
  ])('goes on in %s with goals, categories, ages, stores, where members come from and who came back', async (lang, says) => {
    const text = await show({}, lang);
    for (const each of says) expect(text).toMatch(each);
    expect(await opened.faults()).toEqual([]);
  });

  it('asks for the month, the store and the associate it is given, shows the associates of a store, and a running month as such', async () => {
    expect(await show({ month: '2026-11', store: 'S02' })).toMatch(/Store S02[\s\S]*figures up to 21 Nov 2026[\s\S]*By associate[\s\S]*A7/);
    expect(await show({ store: 'S02', associate: 'A7' })).toMatch(/Store S02 \| Associate A7/);
    expect(server.requests.map(({ path }) => path)).toEqual(expect.arrayContaining(['/v1/reports/monthly?month=2026-11&store=S02', '/v1/reports/monthly?store=S02&associate=A7']));
    expect(await opened.page.evaluate(() => 'harmed' in window)).toBe(false);
  });
});

describe('the report on paper', () => {
  it.each(['zh-CN', 'en'])('fits A4 upright in %s: no navigation, nothing cut off at the side, no row torn apart', async (locale) => {
    const page = await (await browser.newContext({ locale, reducedMotion: 'reduce' })).newPage();
    await page.goto(`${server.url}/#report`);
    await page.locator('vip-report table').nth(6).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    // 184 mm between the margins are 695 px.
    await page.setViewportSize({ width: 695, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['nav', '.settings', '#pick-month', '.colophon', 'vip-report .print']) expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    const overflow = await page.evaluate(() => [...document.querySelector('vip-report')!.shadowRoot!.querySelectorAll('table')].map((table) => Math.round(table.getBoundingClientRect().right) - 695).filter((over) => over > 0));
    expect(overflow).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('vip-report')!.shadowRoot!.querySelector('tbody tr')!).breakInside)).toBe('avoid');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    // A4 is 595 × 842 points.
    expect(/\/MediaBox\s*\[0 0 (\d+)[\d.]* (\d+)/.exec(pdf.toString('latin1'))?.slice(1)).toEqual([expect.stringMatching(/59[45]/), expect.stringMatching(/84[12]/)]);
    await page.context().close();
  });
});
