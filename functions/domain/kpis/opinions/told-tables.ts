import type { Grain, Period } from '../../periods.ts';
import { dimensions, type Dimension, type Place } from '../kpi.ts';

/** Figures of one cut: a row for each of its places in each of its periods; without a grain for all time. */
export interface ToldTable { grain: Grain | null; by: readonly Dimension[] }

const chain: readonly Dimension[][] = [[]];
const shops: readonly Dimension[][] = [['store'], ['tier']];
const others: readonly Dimension[][] = [['region'], ['category'], ['associate'], ['store', 'tier'], ['store', 'associate']];
const tables = (grains: readonly (Grain | null)[], cuts: readonly Dimension[][]): ToldTable[] => grains.flatMap((grain) => cuts.map((by) => ({ grain, by })));

/**
 * What readers may be told about opinions, what they would miss most first; the second group only where the first leaves room for it.
 * Nothing else is answered: a range of their own or a third cut would differ from these by a few opinions.
 */
export const toldTables: readonly (readonly ToldTable[])[] = [
  [...tables([null, 'month', 'quarter', 'year'], chain), ...tables([null], [...shops, ...others]), ...tables(['year', 'month', 'quarter'], shops)],
  tables(['year', 'quarter', 'month'], others),
];

/** The scores that are made of opinions: the KPIs that tell them. */
export const opinionScores = ['csat', 'nps', 'ces', 'core-csat'] as const;

/** The name of a table. */
export const tableName = ({ grain, by }: ToldTable): string => [grain, ...by].join(' ');

/** The name of a figure: its days, as far as anything is known of them, and its place. */
export function figureKey({ from, to }: Pick<Period, 'from' | 'to'>, place: Place): string {
  return [from, to, ...dimensions.flatMap((dimension) => (place[dimension] === undefined ? [] : [`${dimension}=${place[dimension]}`]))].join('\n');
}
