import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLaptop, type Laptop } from '../../infra/bench/laptop.ts';
import { waitUntilIngested } from '../../infra/cli/queues.ts';
import { clientSettings, findStack } from '../../infra/cli/stack.ts';
import type { SampleEvent } from '../../infra/sample/journal.ts';
import { hostileCustomers, hostileNames } from '../infra/sample/hostile-customers.ts';
import { launchBrowser } from '../support/browser.ts';

const about = (id: string, occurredAt: string) => ({ id, storeId: 'S01', customerId: 'C-LIN', associateId: 'A01', occurredAt });
const sale = (id: string, occurredAt: string, quantity: number): SampleEvent => ({
  'detail-type': 'SaleRecorded',
  detail: { ...about(id, occurredAt), currency: 'CNY', lines: [{ sku: 'W-1', category: '连衣裙', quantity, unitPrice: 599_00 }] },
});

/** She buys 2 + 3 + 1 dresses at 599 yuan and brings one back: 5 × 599 = 2,995 yuan stay. */
const lin: SampleEvent[] = [
  { 'detail-type': 'CustomerEnrolled', detail: { ...about('EN-1', '2026-03-02T10:00:00+08:00'), obtained: 'paid', hard: { name: '林婉仪' } } },
  sale('T-1', '2026-03-02T10:05:00+08:00', 2),
  sale('T-2', '2026-06-15T18:30:00+08:00', 3),
  sale('T-3', '2026-09-20T12:00:00+08:00', 1),
  { 'detail-type': 'SaleReturned', detail: { ...about('R-1', '2026-06-20T11:00:00+08:00'), saleId: 'T-2', lines: [{ sku: 'W-1', quantity: 1 }] } },
];
/** With the two whose names do harm twenty have bought, so that the best five per cent are she alone. */
const others = Array.from({ length: 17 }, (_, at): SampleEvent => ({
  'detail-type': 'SaleRecorded',
  detail: { id: `T-OTHER-${at}`, storeId: 'S01', customerId: `C-OTHER-${at}`, currency: 'CNY', occurredAt: '2026-08-08T16:00:00+08:00', lines: [{ sku: 'W-2', quantity: 1, unitPrice: 99_00 }] },
}));
/** An open complaint brings the one with the formula on the list of those at risk. */
const complaint: SampleEvent = { 'detail-type': 'ComplaintOpened', detail: { id: 'K-1', storeId: 'S01', customerId: 'HOSTILE-2', occurredAt: '2026-09-21T09:00:00+08:00' } };

describe('what a shop sends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibin-pixel-'));
  let laptop: Laptop;
  let browser: Browser;
  let portal: string;
  beforeAll(async () => {
    [laptop, browser] = await Promise.all([startLaptop(folder), launchBrowser()]);
    portal = new URL('/', laptop.api).href;
    await send([...lin, ...hostileCustomers('2026-09-20'), ...others, complaint]);
    await laptop.guibin('recompute', '--as-of', '2026-09-30', '--wait');
  }, 180_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), laptop?.end()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('is on the counter after the night: her tier and why, what she spent less what she returned, and that it is too early to predict her worth', async () => {
    const { page, faults, policy } = await open('#counter/C-LIN');
    const card = page.locator('vip-customer-card');
    await card.getByRole('heading', { name: '林婉仪' }).waitFor();
    const text = await card.evaluate((element) => element.shadowRoot!.querySelector<HTMLElement>('[part=base]')!.innerText);
    expect(text).toMatch(/铂金[\s\S]*净消费居前 5%\s*¥2,995[\s\S]*¥2,995 净消费/);
    expect(text).toContain('数据尚不足以预测。');
    const figure = await card.locator('.figure', { hasText: '¥2,995' }).boundingBox();
    expect(figure!.width * figure!.height).toBeGreaterThan(0);
    expect(policy).toMatch(/require-trusted-types-for 'script'/);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('stays text on the page when it is markup or a formula', async () => {
    const { page, faults } = await open('#counter/HOSTILE-1');
    for (const [at, name] of hostileNames.entries()) {
      await page.goto(`${portal}#counter/HOSTILE-${at + 1}`);
      await page.locator('vip-customer-card').getByRole('heading', { name }).waitFor();
    }
    await page.locator('vip-at-risk').getByRole('button', { name: hostileNames[1] }).waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('img').length)).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('stays text in the spreadsheet that the list of those at risk becomes', async () => {
    const response = await fetch(`${laptop.api}/lists/at-risk?format=csv`, { headers: { authorization: `Bearer ${await laptop.token()}` } });
    const lines = (await response.text()).split('\r\n');
    expect(lines.find((line) => line.startsWith('HOSTILE-2,'))).toContain(`"'=HYPERLINK(""http://x"")"`);
  }, 60_000);

  async function send(events: readonly SampleEvent[]): Promise<void> {
    const surroundings = { AWS_ENDPOINT_URL: laptop.endpoint };
    const stack = await findStack(undefined, surroundings);
    const bus = new EventBridgeClient(clientSettings(undefined, surroundings));
    for (let at = 0; at < events.length; at += 10) {
      await bus.send(new PutEventsCommand({ Entries: events.slice(at, at + 10).map((event) => ({ EventBusName: stack.outputs.EventBusName, Source: 'shop', DetailType: event['detail-type'], Detail: JSON.stringify(event.detail) })) }));
    }
    bus.destroy();
    await waitUntilIngested(stack, () => undefined);
  }

  /** The portal as the laptop serves it; `faults` takes whatever the console, a script, the content policy or a dialog complains of. */
  async function open(hash: string): Promise<{ page: Page; faults: string[]; policy: string | undefined }> {
    const page = await (await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' })).newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    page.on('dialog', (dialog) => { faults.push(`a script said ${dialog.message()}`); void dialog.dismiss(); });
    const response = await page.goto(portal + hash);
    return { page, faults, policy: response!.headers()['content-security-policy'] };
  }
});
