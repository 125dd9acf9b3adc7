import { addMonths, dayAt, partsOf, type Day } from '../../functions/domain/calendar.ts';
import type { Random } from './random.ts';

/** One article; money in minor units. `price` is the list price. */
export interface Article { sku: string; category: string; price: number; unitCost: number }

interface Category { name: string; code: string; cheapest: number; dearest: number; costShare: number; /** Demand from January to December. */ demand: number[] }
const evenly = Array.from({ length: 12 }, () => 1);
const warm = [0.3, 0.5, 0.9, 1.3, 1.7, 1.8, 1.7, 1.4, 0.9, 0.5, 0.3, 0.3];
const cold = [1.7, 1.4, 0.8, 0.4, 0.2, 0.15, 0.15, 0.3, 0.9, 1.4, 1.8, 1.9];
const categories: Category[] = [
  { name: '连衣裙', code: 'DR', cheapest: 49_900, dearest: 129_900, costShare: 0.33, demand: warm },
  { name: '上衣', code: 'TP', cheapest: 15_900, dearest: 49_900, costShare: 0.36, demand: evenly },
  { name: '针织衫', code: 'KN', cheapest: 29_900, dearest: 89_900, costShare: 0.38, demand: cold },
  { name: '裤装', code: 'TR', cheapest: 35_900, dearest: 79_900, costShare: 0.35, demand: evenly },
  { name: '半身裙', code: 'SK', cheapest: 29_900, dearest: 69_900, costShare: 0.34, demand: warm },
  { name: '外套', code: 'CO', cheapest: 109_900, dearest: 299_900, costShare: 0.4, demand: cold },
  { name: '鞋履', code: 'SH', cheapest: 49_900, dearest: 119_900, costShare: 0.42, demand: evenly },
  { name: '包袋', code: 'BG', cheapest: 59_900, dearest: 189_900, costShare: 0.4, demand: evenly },
  { name: '配饰', code: 'AC', cheapest: 7_900, dearest: 35_900, costShare: 0.28, demand: evenly },
];
export const categoryNames: readonly string[] = categories.map(({ name }) => name);

const pricePoints = 10;

/** What a shopper takes: a category she likes and the season asks for, at about her price level (0 cheapest – 1 dearest). */
export function chooseArticle(random: Random, day: Day, liking: ReadonlyMap<string, number>, priceLevel: number): Article {
  const { year, month } = partsOf(day);
  const category = random.pickWeighted(categories, ({ name, demand }) => (liking.get(name) ?? 0.35) * demand[month - 1]!);
  const level = Math.min(1, Math.max(0, priceLevel + 0.13 * random.normal()));
  const point = Math.round(level * (pricePoints - 1));
  const price = Math.round((category.cheapest + (category.dearest - category.cheapest) * (point / (pricePoints - 1))) / 1_000) * 1_000 - 100;
  // Spring goods come in February, autumn goods in August.
  const collection = month >= 8 ? `${year % 100}B` : month >= 2 ? `${year % 100}A` : `${(year - 1) % 100}B`;
  return { sku: `${category.code}-${collection}${String(point).padStart(2, '0')}`, category: category.name, price, unitCost: Math.round(price * category.costShare) };
}

/** True in the six weeks after a collection came in. */
export function isNewArrival(day: Day): boolean {
  const { year, month } = partsOf(day);
  const cameIn = dayAt(year, month >= 8 ? 8 : 2, 1);
  return day >= cameIn && day < addMonths(cameIn, 1) + 14;
}

/** The share of the list price asked on sale days: end of the seasons, Singles' Day, and nothing off in between. */
export function markdown(day: Day): number {
  const { month, date } = partsOf(day);
  if (month === 11 && date >= 8 && date <= 12) return 0.75;
  if (month === 7) return date <= 15 ? 0.8 : 0.65;
  if (month === 1) return date <= 15 ? 0.8 : 0.7;
  return 1;
}
