import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, ElementHandle, Page } from 'playwright-core';
import type { FixtureServer } from './fixture-server.ts';

export interface Shown { tag: string; attributes?: Record<string, string>; mood?: string; lang?: string }

/** A page like an intranet's, under a strict content policy, in which tests put widgets. */
export interface WidgetPage {
  page: Page;
  /** Errors and refused policy checks the browser reported since the page opened. */
  complaints: string[];
  /** Puts one widget inside a provider of the given mood into the page, in place of what was there, and waits until it has an answer or a refusal. */
  show(shown: Shown): Promise<ElementHandle<HTMLElement>>;
  /** Listens from now on for an event that reaches the document; the function it answers waits for the first one and tells its detail. */
  hears(event: string): Promise<() => Promise<unknown>>;
  /** What axe has against the page, one line a finding. */
  faults(): Promise<string[]>;
}

export async function openWidgetPage(browser: Browser, server: FixtureServer, options: BrowserContextOptions = {}): Promise<WidgetPage> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text()); });
  await page.goto(`${server.url}/blank`);
  return {
    page, complaints,
    async show(shown) {
      const handle = await page.evaluateHandle(put, { mood: 'well', lang: 'en', attributes: {}, ...shown });
      await page.waitForFunction((element) => {
        const drawn = element.shadowRoot?.querySelector('[part=base]');
        return drawn && !drawn.querySelector('.skeleton');
      }, handle);
      return handle.asElement();
    },
    async hears(event) {
      // A listener only asked for could be overtaken by the key or click that follows.
      const heard = await page.evaluateHandle((type) => ({
        first: new Promise<unknown>((resolve) => { document.addEventListener(type, (event) => resolve((event as CustomEvent).detail), { once: true }); }),
      }), event);
      return () => heard.evaluate(({ first }) => first);
    },
    faults: () => faultsOf(page),
  };
}

/** Runs in the page. Elements are made one by one because the content policy refuses markup in strings. */
function put({ tag, attributes, mood, lang }: Required<Shown>): HTMLElement {
  document.documentElement.lang = lang;
  const provider = document.createElement('vip-provider');
  provider.setAttribute('api', mood === 'well' ? '' : `/mood/${mood}`);
  provider.setAttribute('token-url', '/token');
  const widget = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  provider.append(widget);
  document.querySelector('main')!.replaceChildren(document.querySelector('h1')!, provider);
  return widget;
}

/** What axe has against a page, one line a finding. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')} ${failureSummary ?? ''}`));
}
