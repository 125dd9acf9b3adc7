import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { formats, type FormatName } from '../../../../infra/cli/import/formats.ts';
import { readEvents } from '../../../../infra/cli/import/read-events.ts';
import type { FormatSettings } from '../../../../infra/cli/import/record.ts';

const directory = mkdtempSync(join(tmpdir(), 'guibin-import-'));
afterAll(() => { rmSync(directory, { recursive: true, force: true }); });
let files = 0;

/** Puts a text or bytes into a file of its own and answers its path. */
export function fileOf(content: string | Buffer, extension = 'csv'): string {
  const path = join(directory, `${++files}.${extension}`);
  writeFileSync(path, content);
  return path;
}

/** Puts several files into a folder of their own and answers its path. */
export function folderOf(contents: Record<string, string>): string {
  const folder = join(directory, String(++files));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  return folder;
}

/** A sale as the importer makes it. */
export interface Sale {
  id: string; occurredAt: string; recordedAt?: string; storeId: string; customerId?: string; currency: string;
  lines: { sku: string; category?: string; quantity: number; unitPrice: number; amount?: number }[];
}
export interface Outcome { types: string[]; events: unknown[]; sales: Sale[]; rejected: { line: number; reason: string }[]; skipped: Record<string, number> }

/** Reads a whole file as the import does. */
export async function readAll(format: FormatName, path: string, settings: Partial<FormatSettings> = {}): Promise<Outcome> {
  const outcome: Outcome = { types: [], events: [], sales: [], rejected: [], skipped: {} };
  const all = { currency: 'CNY', minorDigits: 2, timeZone: 'Asia/Shanghai', storeId: undefined, surveyWindow: 'customer' as const, columns: new Map<string, string>(), ...settings };
  await readEvents((await formats[format]())({ path, onRead: () => undefined }, all), new Date('2026-11-22T00:00:00Z'), {
    accept: ({ detailType, detailJson }) => {
      const detail: unknown = JSON.parse(detailJson);
      outcome.types.push(detailType);
      outcome.events.push(detail);
      if (detailType === 'SaleRecorded') outcome.sales.push(detail as Sale);
    },
    reject: (line, reason) => { outcome.rejected.push({ line, reason }); },
    skip: (reason) => { outcome.skipped[reason] = (outcome.skipped[reason] ?? 0) + 1; },
  });
  return outcome;
}

/** What was paid for everything, in minor units. */
export function paid(sales: readonly Sale[]): number {
  return sales.flatMap(({ lines }) => lines).reduce((sum, { amount, quantity, unitPrice }) => sum + (amount ?? quantity * unitPrice), 0);
}
