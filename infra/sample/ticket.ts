import { formatDay, type Day } from '../../functions/domain/calendar.ts';
import { chooseArticle, isNewArrival, markdown } from './goods.ts';
import type { Journal } from './journal.ts';
import type { Habits } from './people.ts';
import type { Random } from './random.ts';
import type { Shop } from './shops.ts';

/** Who buys where: a member with her own store and associate, or somebody who walked in. */
export interface Buyer { customerId?: string; habits: Habits; shop: Shop; associateId: string }
/** A ticket that was written, for what follows from it. `minute` is of its day, `paid` minor units. */
export interface Ticket { id: string; day: Day; minute: number; storeId: string; customerId?: string; associateId: string; paid: number; lines: { sku: string; quantity: number }[] }

const currency = 'CNY';
const mostLines = 6;
const returnedShare = 0.04;
const opensAt = 10 * 60 + 30;
const openMinutes = 10.5 * 60;

/** Writes a sale, and for a few of them the return that follows within two weeks. */
export function writeTicket(random: Random, journal: Journal, day: Day, { customerId, habits, shop: { storeId }, associateId }: Buyer): Ticket {
  const priceShare = markdown(day);
  const rows = new Map<string, { sku: string; category: string; quantity: number; unitPrice: number; listPrice: number; unitCost: number; tags?: string[] }>();
  const units = Math.min(mostLines, 1 + random.poisson(habits.extraUnits));
  for (let unit = 0; unit < units; unit++) {
    const { sku, category, price, unitCost } = chooseArticle(random, day, habits.liking, habits.priceLevel);
    const row = rows.get(sku);
    if (row) row.quantity += 1;
    else {
      const tags = priceShare < 1 ? ['promotion'] : isNewArrival(day) && random.chance(0.6) ? ['new-arrival'] : undefined;
      rows.set(sku, { sku, category, quantity: 1, unitPrice: Math.round((price * priceShare) / 100) * 100, listPrice: price, unitCost, ...(tags && { tags }) });
    }
  }
  const lines = [...rows.values()];
  const id = `T-${storeId}-${formatDay(day).slice(2).replaceAll('-', '')}-${journal.number(`${storeId} ${day}`)}`;
  const minute = opensAt + Math.floor(openMinutes * random.beta(2.2, 1.8));
  journal.note('SaleRecorded', day, minute, { id, storeId, associateId, customerId, currency, channel: random.chance(0.88) ? 'store' : 'wechat-shop', lines });
  const ticket = { id, day, minute, storeId, ...(customerId !== undefined && { customerId }), associateId, lines, paid: lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0) };
  if (random.chance(returnedShare)) writeReturn(random, journal, ticket);
  return ticket;
}

function writeReturn(random: Random, journal: Journal, { id, day, minute, storeId, customerId, lines }: Ticket): void {
  const part = lines.length > 1 && random.chance(0.7) ? [random.pick(lines)] : undefined;
  journal.note('SaleReturned', day + random.whole(1, 14), minute, {
    id: `R-${id}`, saleId: id, storeId, customerId, soldOn: formatDay(day),
    lines: part?.map(({ sku }) => ({ sku, quantity: 1 })),
  });
}
