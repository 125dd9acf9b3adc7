import { compareText } from '../../../../functions/domain/compare-text.ts';
import { BadRow, needTime, needWhole } from '../bad-row.ts';
import { readCsv } from '../read-file.ts';
import type { EventRecord, Format, ImportRecord, SourceFile } from '../record.ts';
import { ZonedTime } from '../zoned-time.ts';
import { linesOf, storesOf } from './olist/order-lines.ts';
import { readTables, tableOf, type OlistTables } from './olist/tables.ts';

/** A review with the instants it was sent and answered at. */
interface Review { line: number; raw: string; id: string; order: string; stars: number; sentAt: string; answeredAt: string }

/** Stars as an answer from 0 to 10: five is a promoter, four a passive, three and fewer are detractors. */
const npsOfStars = [0, 0, 0, 0, 8, 10] as const;

/**
 * A directory of Olist tables. Every order is a sale, whatever became of it: of the person (`customer_unique_id`), for what was paid, at the seller's state.
 * Its latest review is a CSAT answer on 1–5 and an NPS answer, told by each state that sold any of it.
 * The tables are held in memory to join them.
 */
export const olist: Format = async function* (directory, settings) {
  const time = new ZonedTime(settings.timeZone);
  const tables = yield* readTables(directory, settings.minorDigits);
  const customerOf = new Map<string, string>();
  const columns = ['order_id', 'customer_id', 'order_purchase_timestamp'];
  const orders = readCsv(tableOf(directory, 'orders'), columns, ({ line, cells: [id = '', copy = '', purchasedAt = ''], raw }): EventRecord[] => {
    const { person, state } = tables.people.get(copy) ?? { person: copy, state: '' };
    const about = { storeId: settings.storeId ?? storesOf(id, tables)[0]!, customerId: person, occurredAt: needTime(time, 'order_purchase_timestamp', purchasedAt) };
    customerOf.set(id, person);
    const event = (detailType: string, detail: object): EventRecord => ({ is: 'event', line, raw, detailType, detail });
    const sale = event('SaleRecorded', { id, ...about, currency: settings.currency, channel: 'online', lines: linesOf(id, tables) });
    return state === '' ? [sale] : [event('CustomerUpdated', { id: `${id}/customer`, ...about, region: state }), sale];
  });
  for await (const made of orders) {
    if (Array.isArray(made)) yield* made;
    else yield made;
  }
  const latest = yield* latestReviews(directory, time, customerOf);
  for (const review of latest) yield* voicesOf(review, customerOf.get(review.order)!, settings, tables);
};

/** The review of each order that was answered last; of two answered at once the one with the greater id. */
async function* latestReviews(directory: SourceFile, time: ZonedTime, customerOf: ReadonlyMap<string, string>): AsyncGenerator<ImportRecord, Iterable<Review>> {
  const columns = ['review_id', 'order_id', 'review_score', 'review_creation_date', 'review_answer_timestamp'];
  const latest = new Map<string, Review>();
  const reviews = readCsv(tableOf(directory, 'order_reviews'), columns, ({ line, cells: [id = '', order = '', stars = '', sent = '', answered = ''], raw }): Review => {
    if (!customerOf.has(order)) throw new BadRow('order_id', order, 'is not an order of this directory');
    const score = needWhole('review_score', stars);
    if (score < 1 || score > 5) throw new BadRow('review_score', stars, 'is not a number of stars from 1 to 5');
    return {
      line, raw, id, order, stars: score,
      sentAt: needTime(time, 'review_creation_date', sent), answeredAt: needTime(time, 'review_answer_timestamp', answered),
    };
  });
  for await (const review of reviews) {
    if ('is' in review) {
      yield review;
      continue;
    }
    const other = latest.get(review.order);
    if (other) yield { is: 'skipped', line: review.line, reason: 'review of an order that has a later one' };
    if (!other || isLater(review, other)) latest.set(review.order, review);
  }
  return latest.values();
}

function isLater(a: Review, b: Review): boolean {
  return Date.parse(a.answeredAt) - Date.parse(b.answeredAt) > 0 || a.answeredAt === b.answeredAt && compareText(a.id, b.id) > 0;
}

/** What a review says, once for each state that sold any of its order; the voices of one sale are one opinion wherever they are counted together. */
function* voicesOf({ line, raw, id, order, stars, sentAt, answeredAt }: Review, customerId: string, { storeId, surveyWindow }: Parameters<Format>[1], tables: OlistTables): Generator<EventRecord> {
  const stores = storeId === undefined ? storesOf(order, tables) : [storeId];
  for (const store of stores) {
    const about = { storeId: store, customerId, saleId: order, ...(surveyWindow === 'none' && { countsPer: 'sale' }) };
    const event = (detailType: string, metric: string, detail: object): EventRecord =>
      ({ is: 'event', line, raw, detailType, detail: { id: `${id}/${order}/${store}/${metric}`, ...about, metric, ...detail } });
    yield event('SurveySent', 'csat', { occurredAt: sentAt });
    yield event('SurveyAnswered', 'csat', { occurredAt: answeredAt, score: stars, scale: 5 });
    yield event('SurveyAnswered', 'nps', { occurredAt: answeredAt, score: npsOfStars[stars]! });
  }
}
