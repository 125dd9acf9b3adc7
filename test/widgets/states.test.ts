import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startFixtureServer, type FixtureServer } from '../support/fixture-server.ts';
import { openWidgetPage, type WidgetPage } from '../support/widget-page.ts';

let browser: Browser;
let server: FixtureServer;
let light: WidgetPage;
let dark: WidgetPage;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4882)]);
  [light, dark] = await Promise.all([openWidgetPage(browser, server), openWidgetPage(browser, server, { colorScheme: 'dark', viewport: { width: 390, height: 800 } })]);
}, 60_000);
afterAll(() => Promise.all([browser.close(), server.end()]));

const widgets: { tag: string; attributes?: Record<string, string>; says: RegExp; empty: RegExp }[] = [
  { tag: 'vip-customer-card', attributes: { customer: 'C42' }, says: /林婉仪[\s\S]*¥18,420[\s\S]*¥15,000[\s\S]*To reach Platinum[\s\S]*¥6,580[\s\S]*80 % likely between ¥15,400 and ¥32,600/, empty: /Customer C9[\s\S]*No tier[\s\S]*Not enough data/ },
  { tag: 'vip-tier-badge', attributes: { tier: 'gold' }, says: /^\s*Gold\s*$/, empty: /Gold/ },
  { tag: 'vip-tier-pyramid', says: /Platinum is 5% of the customers and brings 35% of the sales/, empty: /Nothing to show yet/ },
  { tag: 'vip-kpi', attributes: { kpi: 'net-sales' }, says: /Net sales Oct 2026[\s\S]*¥780K[\s\S]*\+0\.3% on Sept 2026/, empty: /Nothing to show yet/ },
  { tag: 'vip-kpi-trend', attributes: { kpi: 'csat' }, says: /Satisfied customers[\s\S]*Nov 2026 is not over yet/, empty: /Nothing to show yet/ },
  { tag: 'vip-at-risk', says: /5 of 41[\s\S]*Complaints open since 3 Nov 2026: 1[\s\S]*Resolve the complaint first[\s\S]*Win back in five steps/, empty: /Nobody is at risk/ },
  { tag: 'vip-contacts', says: /4 of 5 still to do[\s\S]*10:00–12:00[\s\S]*林婉仪[\s\S]*Birthday[\s\S]*WeChat[\s\S]*羊绒围巾[\s\S]*due since 20 Nov 2026[\s\S]*Needs ¥1,235 by 31 Dec 2026 to reach Platinum[\s\S]*Tea in the atelier on 28 Nov 2026[\s\S]*Will come[\s\S]*Noted: Reached/, empty: /No contact is due/ },
  { tag: 'vip-birthdays', says: /Birthdays in December: 3[\s\S]*Gifts cost ¥798[\s\S]*Gift: 羊绒围巾 \(¥399\)[\s\S]*Greeting by WeChat[\s\S]*No gift for this tier[\s\S]*May not be written to/, empty: /Nobody has a birthday in December/ },
  { tag: 'vip-satisfaction', says: /84%\s*n = 412[\s\S]*3 answers: too few to show a score[\s\S]*no answers[\s\S]*21 answers: not shown, or it would tell a smaller group’s/, empty: /no answers/ },
  { tag: 'vip-service', says: /Complaints open[\s\S]*1,240[\s\S]*All[\s\S]*30 h \(n = 412\)[\s\S]*42% \(n = 412\)[\s\S]*Platinum[\s\S]*promised 4 h[\s\S]*Lead[\s\S]*Rules of thumb beside what this chain measured/, empty: /no complaints/ },
  { tag: 'vip-contribution', says: /best 20 % of customers make 42% of the sales/, empty: /Nothing to show yet/ },
  { tag: 'vip-cohorts', says: /First bought[\s\S]*\+12[\s\S]*Dec 2025[\s\S]*90/, empty: /Nothing to show yet/ },
  { tag: 'vip-worth', attributes: { customer: 'C42' }, says: /¥23,100[\s\S]*Very likely still a customer 94%/, empty: /Not enough data/ },
  { tag: 'vip-worth', says: /2,885 customers are expected to bring[\s\S]*The best 20 % hold 7\d%[\s\S]*expected 1,263 purchases and 1,351 were made \(-6\.5%\)[\s\S]*In use: BG\/NBD/, empty: /Nothing to show yet/ },
  { tag: 'vip-policy-replay', says: /Diamond[\s\S]*Net spend \| 12 months[\s\S]*Days of grace/, empty: /Diamond/ },
  { tag: 'vip-threshold-advisor', says: /¥659[\s\S]*2\.06[\s\S]*¥1,358[\s\S]*¥1,629[\s\S]*1,300 of 2,996 would qualify[\s\S]*95 % likely 1,245 – 1,352[\s\S]*Platinum\s*¥814/, empty: /Nothing was bought/ },
  { tag: 'vip-report', says: /VIP report, Oct 2026[\s\S]*Member base\s+2,996/, empty: /VIP report, Oct 2026/ },
  { tag: 'vip-search', says: /Find a customer/, empty: /Find a customer/ },
];

describe.each(widgets)('$tag', ({ tag, attributes = {}, says, empty }) => {
  const text = ({ page }: WidgetPage) => page.evaluate((name) => document.querySelector<HTMLElement>(name)!.shadowRoot!.querySelector<HTMLElement>('[part=base]')!.innerText, tag);
  /** Some parts of an element load after it has its answer. */
  const expectText = (page: WidgetPage) => expect.poll(() => text(page));

  it('says what the API answered, and axe finds nothing in light on a desk or in dark on a phone', async () => {
    for (const page of [light, dark]) {
      await page.show({ tag, attributes });
      await expectText(page).toMatch(says);
      expect(await page.faults()).toEqual([]);
    }
  });

  it('says so when there is nothing to show', async () => {
    await light.show({ tag, attributes, mood: 'empty' });
    await expectText(light).toMatch(empty);
    expect(await light.faults()).toEqual([]);
  });

  it('says when the night is late', async () => {
    await light.show({ tag, attributes, mood: 'stale' });
    await expectText(light).toContain('The nightly run is late: figures include facts up to 1');
    expect(await light.faults()).toEqual([]);
  });

  it.each([
    ['broken', 'The server had a problem.'], ['forbidden', 'You may not see this.'], ['signed-out', 'Your sign-in has expired.'], ['unreachable', 'The server cannot be reached.'],
  ])('explains a server that is %s in words, and offers to try again', async (mood, words) => {
    await dark.show({ tag, attributes, mood });
    await expectText(dark).toContain(words);
    await expectText(dark).toContain('Try again');
    expect(await dark.faults()).toEqual([]);
  });

  it('never grows wider than a phone', async () => {
    await dark.show({ tag, attributes });
    expect(await dark.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe('all of them together', () => {
  it('gave the strict content policy and Trusted Types nothing to refuse', () => {
    expect([...light.complaints, ...dark.complaints]).toEqual([]);
  });
});
