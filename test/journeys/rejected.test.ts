import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLaptop, type Laptop } from '../../infra/bench/laptop.ts';
import { waitUntilIngested } from '../../infra/cli/queues.ts';
import { clientSettings, findStack } from '../../infra/cli/stack.ts';

const sale = (id: string, change: Record<string, unknown> = {}) => ({
  id, storeId: 'S01', customerId: 'C1', currency: 'CNY', occurredAt: '2026-03-14T15:04:00+08:00', lines: [{ sku: 'W-1', quantity: 1, unitPrice: 100_00 }], ...change,
});
const line = (change: Record<string, unknown>) => ({ lines: [{ sku: 'W-1', quantity: 1, unitPrice: 100_00, ...change }] });
const nextYear = `${new Date().getUTCFullYear() + 1}-06-01T12:00:00+08:00`;

/** What a sender can get wrong, and the field that the reason has to name. */
const wrong: [name: string, detail: Record<string, unknown>, field: string][] = [
  ['no customer, store or lines', { id: 'bad-1', occurredAt: '2026-03-14T15:04:00+08:00' }, 'storeId'],
  ['a revision nobody makes', sale('bad-2', { version: 99 }), 'version'],
  ['a currency that does not exist', sale('bad-3', { currency: 'XXZ' }), 'currency'],
  ['a currency without an exchange rate', sale('bad-4', { currency: 'GBP' }), 'exchangeRates'],
  ['a line with a negative quantity', sale('bad-5', line({ quantity: -2 })), 'lines[0].quantity'],
  ['a sale dated next year', sale('bad-6', { occurredAt: nextYear }), 'occurredAt'],
  ['a time without an offset', sale('bad-7', { occurredAt: '2026-03-14 15:04' }), 'occurredAt'],
  ['300 kB', sale('bad-8', { lines: Array.from({ length: 2_000 }, (_, at) => ({ sku: `${at}-${'x'.repeat(110)}`, quantity: 1, unitPrice: 1 })) }), 'detail'],
];

describe('events that cannot be taken', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibin-rejected-'));
  let laptop: Laptop;
  beforeAll(async () => { laptop = await startLaptop(folder); }, 180_000);
  afterAll(async () => {
    await laptop.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('end in the dead letters with a reason that names the field, and the rest of their batch is stored', async () => {
    const surroundings = { AWS_ENDPOINT_URL: laptop.endpoint };
    const stack = await findStack(undefined, surroundings);
    const bus = new EventBridgeClient(clientSettings(undefined, surroundings));
    const details = wrong.flatMap(([, detail], at) => [sale(`good-${at}`), detail]);
    for (const detail of details) {
      await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: stack.outputs.EventBusName, Source: 'test', DetailType: 'SaleRecorded', Detail: JSON.stringify(detail) }] }));
    }
    await waitUntilIngested(stack, () => undefined);

    const letters = await laptop.guibin('dead-letters', '--limit', '50');
    for (const [name, { id }, field] of wrong) {
      const told = letters.split('\n').find((text) => text.includes(String(id)) || (id === 'bad-8' && text.includes('262144')));
      expect(told, name).toContain(field);
    }
    const token = await laptop.token();
    await laptop.guibin('recompute', '--as-of', '2026-03-31', '--wait');
    const { rows } = await laptop.get('/kpis/orders', token) as { rows: { value: number }[] };
    expect(rows[0]!.value).toBe(wrong.length);
    bus.destroy();
  }, 180_000);
});
