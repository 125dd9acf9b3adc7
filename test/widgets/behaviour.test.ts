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
  [browser, server] = await Promise.all([launchBrowser(), startFixtureServer(4883)]);
}, 60_000);
beforeEach(async () => {
  server.requests.length = 0;
  server.tokens = 0;
  opened = await openWidgetPage(browser, server);
  return () => opened.page.context().close();
});
afterAll(() => Promise.all([browser.close(), server.end()]));

describe('widgets of one page', () => {
  it('share one token and one request for the same question', async () => {
    await opened.show({ tag: 'vip-customer-card', attributes: { customer: 'C42' } });
    await opened.page.evaluate(() => {
      const provider = document.querySelector('vip-provider')!;
      provider.append(document.createElement('vip-tier-pyramid'), document.createElement('vip-at-risk'));
    });
    await opened.page.waitForFunction(() => document.querySelector('vip-at-risk')?.shadowRoot?.querySelector('li'));
    await expect.poll(() => server.requests.map(({ path }) => path).sort()).toEqual(['/v1/customers/C42', '/v1/lists/at-risk?limit=10', '/v1/lists/contacts-due?limit=20&customer=C42', '/v1/tiers']);
    expect(server.tokens).toBe(1);
  });

  it('work after a provider as well as inside it', async () => {
    await opened.page.evaluate(() => {
      const provider = document.createElement('vip-provider');
      const card = document.createElement('vip-customer-card');
      card.setAttribute('customer', 'C42');
      document.querySelector('main')!.append(provider, card);
    });
    await expect.poll(() => opened.page.evaluate(() => document.querySelector('vip-customer-card')?.shadowRoot?.textContent)).toContain('林婉仪');
  });

  it('load only the elements and the language the page uses', async () => {
    const scripts: string[] = [];
    opened.page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname.replace(/.*\//, '').replace(/-.*/, '')); });
    await opened.page.reload();
    await opened.show({ tag: 'vip-customer-card', attributes: { customer: 'C42' }, lang: 'en' });
    await expect.poll(() => [...new Set(scripts)].sort()).toEqual(['chunk', 'en', 'later', 'vip.js']);
    await opened.show({ tag: 'vip-kpi-trend', attributes: { kpi: 'net-sales' } });
    await opened.page.waitForFunction(() => document.querySelector('vip-kpi-trend')?.shadowRoot?.querySelector('canvas')?.width);
    expect(scripts).toContain('line');
  });

  it('follow the closest language, also when it changes', async () => {
    const card = await opened.show({ tag: 'vip-customer-card', attributes: { customer: 'C42' }, lang: 'zh-CN' });
    const text = () => card.evaluate((element) => element.shadowRoot!.querySelector<HTMLElement>('[part=base]')!.innerText);
    expect(await text()).toContain('黄金');
    await opened.page.evaluate(() => { document.documentElement.lang = 'zh-Hant-HK'; });
    await opened.page.waitForFunction(() => document.querySelector('vip-customer-card')?.shadowRoot?.textContent?.includes('生命週期與風險'));
    await opened.page.evaluate(() => document.querySelector('vip-provider')!.setAttribute('lang', 'en'));
    await opened.page.waitForFunction(() => document.querySelector('vip-customer-card')?.shadowRoot?.textContent?.includes('Lifecycle and risk'));
    await expect.poll(() => server.requests.length).toBe(3);
  });

  it('never show one customer under the number of another', async () => {
    const card = await opened.show({ tag: 'vip-customer-card', attributes: { customer: 'C42' } });
    const seen = await card.evaluate(async (element) => {
      element.setAttribute('customer', 'C9');
      await (element as HTMLElement & { updateComplete: Promise<void> }).updateComplete;
      return element.shadowRoot!.textContent;
    });
    expect(seen).not.toContain('林婉仪');
    await opened.page.waitForFunction(() => document.querySelector('vip-customer-card')?.shadowRoot?.textContent?.includes('Customer C9'));
  });
});

describe('a server in trouble', () => {
  it('that is busy is asked again when it said, without anybody clicking', async () => {
    await opened.show({ tag: 'vip-tier-pyramid', mood: 'busy' });
    const shown = () => opened.page.evaluate(() => document.querySelector('vip-tier-pyramid')!.shadowRoot!.textContent);
    expect(await shown()).toContain('tried again in 1 s');
    // The fixture answers its first two questions in this mood with 429.
    await opened.page.waitForFunction(() => document.querySelector('vip-tier-pyramid')!.shadowRoot!.textContent.includes('35%'));
  });

  it('that comes back is found by clicking "Try again"', async () => {
    const pyramid = await opened.show({ tag: 'vip-tier-pyramid', mood: 'broken' });
    await opened.page.route('**/mood/broken/**', (route) => route.continue({ url: route.request().url().replace('/mood/broken', '') }));
    await opened.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => pyramid.evaluate((element) => element.shadowRoot!.textContent)).toContain('35%');
  });

  it('leaves the last answer standing when a refresh fails, and says so', async () => {
    const pyramid = await opened.show({ tag: 'vip-tier-pyramid' });
    await opened.page.route('**/v1/tiers', (route) => route.abort());
    await opened.page.evaluate(() => (document.querySelector('vip-provider') as HTMLElement & { refresh(): void }).refresh());
    await opened.page.waitForFunction((element) => element.shadowRoot!.textContent.includes('you see the last answer'), pyramid);
    expect(await pyramid.evaluate((element) => element.shadowRoot!.textContent)).toContain('35%');
  });

  it('is waited for with a skeleton that a screen reader hears as loading', async () => {
    await opened.page.evaluate(() => {
      const provider = document.createElement('vip-provider');
      provider.setAttribute('api', '/mood/slow');
      provider.append(document.createElement('vip-tier-pyramid'));
      document.querySelector('main')!.append(provider);
    });
    const status = opened.page.getByRole('status').filter({ hasText: 'Loading…' });
    await status.waitFor();
    expect(await opened.faults()).toEqual([]);
  });
});

describe('the provider', () => {
  it('never sends its token to an origin other than the first it was given', async () => {
    const card = await opened.show({ tag: 'vip-customer-card', attributes: { customer: 'C42' } });
    const strangers: string[] = [];
    await opened.page.route('http://127.0.0.1:4899/**', (route) => { strangers.push(route.request().url()); return route.abort(); });
    const refused = await card.evaluate((element) => new Promise((resolve) => {
      const provider = element.closest('vip-provider')!;
      provider.addEventListener('vip-error', (event) => resolve((event as CustomEvent<{ attribute: string }>).detail.attribute));
      provider.setAttribute('api', 'http://127.0.0.1:4899');
      element.setAttribute('customer', 'C7');
    }));
    expect(refused).toBe('api');
    expect(strangers).toEqual([]);
  });

  it('asks anew for another reader and forgets what the last one saw', async () => {
    await opened.show({ tag: 'vip-tier-pyramid' });
    await opened.page.evaluate(() => document.querySelector('vip-provider')!.setAttribute('token-url', '/token?role=manager'));
    await expect.poll(() => server.requests.length).toBe(2);
    expect(server.tokens).toBe(2);
    expect(server.requests[1]!.ifNoneMatch).toBeUndefined();
  });

  it('keeps the token out of everything a page can read later', async () => {
    await opened.show({ tag: 'vip-tier-pyramid' });
    expect(await opened.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, document.documentElement.outerHTML.includes('eyJ')])).toEqual([0, 0, '', false]);
  });
});

describe('names that are markup', () => {
  it.each(['vip-customer-card', 'vip-at-risk', 'vip-search'])('are text in %s', async (tag) => {
    await opened.show({ tag, attributes: { customer: 'C7' } });
    if (tag === 'vip-search') await opened.page.getByRole('combobox').fill('C7');
    await opened.page.getByText(harmfulName, { exact: false }).first().waitFor();
    expect(await opened.page.evaluate(() => [document.querySelectorAll('img').length, 'harmed' in window])).toEqual([0, false]);
    expect(opened.complaints).toEqual([]);
  });
});

describe('what to do today', () => {
  it.each([
    ['en', 'C42', 'Reach by WeChat. No consent for phone.'], ['en', 'C8', 'May not be contacted: speak about it at the next visit to the shop.'],
    ['zh-CN', 'C8', '不可主动联系：待其下次到店时当面说。'], ['zh-TW', 'C8', '不可主動聯絡：待其下次來店時當面說。'],
  ])('says in %s for %s by which channel, and never one that was refused', async (lang, customer, says) => {
    const card = await opened.show({ tag: 'vip-customer-card', attributes: { customer }, lang });
    await expect.poll(() => card.evaluate((element) => element.shadowRoot!.querySelector<HTMLElement>('section.today')!.innerText)).toContain(says);
  });
});

describe('with the keyboard', () => {
  it('a chart opens as a table', async () => {
    await opened.show({ tag: 'vip-kpi-trend', attributes: { kpi: 'csat' } });
    await opened.page.keyboard.press('Tab');
    await opened.page.keyboard.press('Enter');
    const rows = opened.page.getByRole('row');
    await expect.poll(() => rows.count()).toBe(25);
    expect(await rows.nth(24).innerText()).toMatch(/Nov 2026\s+\d+(\.\d)?%\s+400/);
  });

  it('a customer of the at-risk list is chosen, and the page hears of it through every boundary', async () => {
    await opened.show({ tag: 'vip-at-risk' });
    const chosen = await opened.hears('vip-select');
    // The first customer, the steps to win her back, the second customer.
    for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await opened.page.keyboard.press(key);
    expect(await chosen()).toEqual({ customerId: 'C18', name: '周若兰' });
  });

  it('the definition of a KPI opens with its sample and where it comes from', async () => {
    await opened.show({ tag: 'vip-kpi', attributes: { kpi: 'csat' } });
    await opened.page.keyboard.press('Tab');
    await opened.page.keyboard.press('Enter');
    const text = await opened.page.evaluate(() => document.querySelector('vip-kpi')!.shadowRoot!.querySelector('details')!.innerText);
    expect(text).toMatch(/how it is measured[\s\S]*n = 400[\s\S]*between [\d.]+% and [\d.]+%[\s\S]*policy 3/);
  });
});

describe('a page that themes', () => {
  it('reaches the widgets through properties, and no rule of its own leaks in', async () => {
    const badge = await opened.show({ tag: 'vip-tier-badge', attributes: { tier: 'gold' } });
    const colours = await badge.evaluate((element) => {
      element.style.setProperty('--vip-ink', 'rgb(1, 2, 3)');
      const leaking = new CSSStyleSheet();
      leaking.replaceSync('span { color: red !important; font-size: 99px }');
      document.adoptedStyleSheets = [leaking];
      const { color, fontSize } = getComputedStyle(element.shadowRoot!.querySelector('.tier')!);
      return [color, fontSize];
    });
    expect(colours).toEqual(['rgb(1, 2, 3)', '14px']);
  });
});
