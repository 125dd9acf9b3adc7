import type { SentEvent } from './random-facts.ts';

/** Three shops with 540 customers over 18 months, the same at every call: enough for a value model, with regulars who fell silent and names that do harm where they are not treated as text. */

export const asOf = '2026-06-29';
export const stores = ['S01', 'S02', 'S03'] as const;
export const harmful = { html: '<img src=x onerror=alert(1)>', formula: '=HYPERLINK("http://example.com","prize")', idLikeFormula: '=1+1' };
export const contact = { phone: '13812345678', email: 'lin.wan@example.com', address: '上海市徐汇区虹桥路一号' };

export interface InventedSale { id: string; customerId: string | null; storeId: string; day: string; amount: number; units: number }
export interface InventedShops { events: SentEvent[]; sales: InventedSale[]; homeOf: Map<string, string> }

const firstDay = Date.UTC(2025, 0, 1);
const days = 545;

export function inventedShops(): InventedShops {
  const random = sequence(20_261_122);
  const shops: InventedShops = { events: [], sales: [], homeOf: new Map() };
  for (let i = 0; i < 540; i++) addCustomer(shops, i, random);
  for (let i = 0; i < 60; i++) sell(shops, null, stores[i % 3]!, i * 9, 20_000 + i * 100, 1);
  return shops;
}

/** The id of the i-th customer; some would be something else if they were not text. */
export function customerId(i: number): string {
  return i === 3 ? harmful.idLikeFormula : `C${String(i).padStart(4, '0')}`;
}

function addCustomer(shops: InventedShops, i: number, random: () => number): void {
  const id = customerId(i);
  const storeId = stores[i % 3]!;
  const name = i === 0 ? harmful.html : i === 3 ? harmful.formula : `林${i}`;
  shops.homeOf.set(id, storeId);
  const birthDate = `1988-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  shops.events.push({ 'detail-type': 'CustomerEnrolled', detail: { id: `E-${i}`, storeId, customerId: id, occurredAt: at(0), associateId: `A${i % 4}`, hard: { name, birthDate, ...contact } } });
  const gap = 25 + Math.floor(random() ** 2 * 250);
  const lastDay = random() < 0.5 ? 40 + Math.floor(random() * 400) : days - 1;
  for (let day = Math.floor(random() * 40); day < lastDay; day += 1 + Math.floor(gap * (0.6 + 0.8 * random()))) {
    sell(shops, id, storeId, day, 5_000 + Math.floor(random() * 90_000), 1 + Math.floor(random() * 3));
    if (random() < 0.1) answer(shops, id, storeId, day, 1 + Math.floor(random() * 5));
  }
}

function sell({ events, sales }: InventedShops, customerId: string | null, storeId: string, day: number, unitPrice: number, quantity: number): void {
  const id = `T-${sales.length}`;
  sales.push({ id, customerId, storeId, day: at(day).slice(0, 10), amount: unitPrice * quantity, units: quantity });
  events.push({ 'detail-type': 'SaleRecorded', detail: {
    id, storeId, ...(customerId !== null && { customerId }), occurredAt: at(day), currency: 'CNY',
    lines: [{ sku: 'W-1', category: 'dress', quantity, unitPrice, unitCost: Math.floor(unitPrice / 2) }],
  } });
}

function answer({ events }: InventedShops, customerId: string, storeId: string, day: number, score: number): void {
  events.push({ 'detail-type': 'SurveyAnswered', detail: { id: `Q-${events.length}`, storeId, customerId, occurredAt: at(day), metric: 'csat', score } });
}

function at(day: number): string {
  return `${new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10)}T14:00:00+08:00`;
}

/** Numbers 0–1 that look random and never change: the minimal standard generator of Park and Miller (1988). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
