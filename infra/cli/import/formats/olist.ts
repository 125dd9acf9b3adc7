import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableInput } from '../../errors.ts';
import { toMinorUnits } from '../amounts.ts';
import { BadRow, needDecimal, needTime, needWhole } from '../bad-row.ts';
import { readCsv, type CsvRow } from '../read-file.ts';
import type { EventRecord, Format, FormatSettings, ImportRecord, Rejected, Skipped, SourceFile } from '../record.ts';
import { saleLine, type ImportedLine } from '../sale-line.ts';
import { ZonedTime } from '../zoned-time.ts';

const defaultStore = 'OLIST';
/** Orders in these states were never bought in the end. */
const neverBought = new Set(['canceled', 'unavailable']);

/**
 * A directory of Olist tables: one sale an order with its items, one survey sent and answered a review (CSAT, 1–5).
 * The small tables are held in memory to join them; a customer is the person (`customer_unique_id`), not the order's copy of her.
 */
export const olist: Format = async function* (directory, settings) {
  const time = new ZonedTime(settings.timeZone);
  const people = yield* table(directory, 'customers', ['customer_id', 'customer_unique_id'], ([id = '', person = '']) => [id, person]);
  const categories = yield* table(directory, 'products', ['product_id', 'product_category_name'], ([id = '', category = '']) => [id, category]);
  const linesByOrder = new Map<string, ImportedLine[]>();
  yield* readItems(directory, settings, categories, linesByOrder);
  const personByOrder = new Map<string, string>();
  yield* readCsv(fileOf(directory, 'orders'), ['order_id', 'customer_id', 'order_status', 'order_purchase_timestamp'], ({ line, cells, raw }): EventRecord | Skipped => {
    const [id = '', customer = '', status = '', purchasedAt = ''] = cells;
    const customerId = people.get(customer) ?? customer;
    personByOrder.set(id, customerId);
    const lines = linesByOrder.get(id);
    if (neverBought.has(status)) return { is: 'skipped', line, reason: `order ${status}` };
    if (!lines) return { is: 'skipped', line, reason: 'order without items' };
    const detail = { id, occurredAt: needTime(time, 'order_purchase_timestamp', purchasedAt), storeId: settings.storeId ?? defaultStore, customerId, currency: settings.currency, channel: 'online', lines };
    return { is: 'event', line, raw, detailType: 'SaleRecorded', detail };
  });
  yield* readReviews(directory, settings, time, personByOrder);
};

function fileOf({ path, onRead }: SourceFile, table: string): SourceFile {
  const found = [`olist_${table}.csv`, `olist_${table}_dataset.csv`, `olist_${table}.csv.gz`].map((name) => join(path, name)).find((name) => existsSync(name));
  if (found === undefined) throw new UnusableInput(`${path} has no olist_${table}.csv`);
  return { path: found, onRead };
}

/** A small table as a map; what cannot be read of it is passed on. */
async function* table(directory: SourceFile, name: string, columns: string[], read: (cells: string[]) => [string, string]): AsyncGenerator<Rejected, Map<string, string>> {
  const map = new Map<string, string>();
  for await (const row of readCsv(fileOf(directory, name), columns, ({ cells }) => read(cells))) {
    if (Array.isArray(row)) map.set(row[0], row[1]);
    else yield row;
  }
  return map;
}

async function* readItems(directory: SourceFile, settings: FormatSettings, categories: ReadonlyMap<string, string>, linesByOrder: Map<string, ImportedLine[]>): AsyncGenerator<Rejected> {
  const read = ({ cells: [order = '', sku = '', price = ''] }: CsvRow): undefined => {
    const line = saleLine(sku, categories.get(sku) || undefined, 1, toMinorUnits(needDecimal('price', price), settings.minorDigits));
    const lines = linesByOrder.get(order);
    if (lines) lines.push(line);
    else linesByOrder.set(order, [line]);
  };
  for await (const row of readCsv(fileOf(directory, 'order_items'), ['order_id', 'product_id', 'price'], read)) if (row) yield row;
}

async function* readReviews(directory: SourceFile, settings: FormatSettings, time: ZonedTime, personByOrder: ReadonlyMap<string, string>): AsyncGenerator<ImportRecord> {
  const columns = ['review_id', 'order_id', 'review_score', 'review_creation_date', 'review_answer_timestamp'];
  const reviews = readCsv(fileOf(directory, 'order_reviews'), columns, ({ line, cells, raw }): EventRecord[] => {
    const [review = '', saleId = '', scoreText = '', sentAt = '', answeredAt = ''] = cells;
    const customerId = personByOrder.get(saleId);
    if (customerId === undefined) throw new BadRow('order_id', saleId, 'is not an order of this directory');
    // One review may speak of several orders, so its id alone is not unique.
    const about = { id: `${review}/${saleId}`, storeId: settings.storeId ?? defaultStore, customerId, metric: 'csat', saleId };
    const event = (detailType: string, detail: unknown): EventRecord => ({ is: 'event', line, raw, detailType, detail });
    return [
      event('SurveySent', { ...about, occurredAt: needTime(time, 'review_creation_date', sentAt) }),
      event('SurveyAnswered', { ...about, occurredAt: needTime(time, 'review_answer_timestamp', answeredAt), score: needWhole('review_score', scoreText) }),
    ];
  });
  for await (const row of reviews) {
    if (Array.isArray(row)) yield* row;
    else yield row;
  }
}
