import type { ShoppingHabits } from './shopping-habits.ts';

/** Ways of buying, in the order that decides between two that are equally pronounced. */
export const buyerTypes = ['new-arrival', 'promotion', 'bulk', 'frequent', 'single-category', 'high-price', 'style-led'] as const;
export type BuyerTypeId = (typeof buyerTypes)[number];

/** From what value on a way of buying counts as a type. */
export type BuyerTypeSettings = { minimumOccasions: number } & { [type in BuyerTypeId]: number };

export const defaultBuyerTypeSettings: BuyerTypeSettings = {
  minimumOccasions: 3,
  /** Share of units. */
  'new-arrival': 0.5, promotion: 0.5, 'single-category': 0.8, 'style-led': 0.6,
  /** Units per ticket. */
  bulk: 4,
  /** Occasions a month. */
  frequent: 1,
  /** Her average unit price ÷ the chain's. */
  'high-price': 1.5,
};

/** A way of buying with what it was judged by. */
export interface Trait { type: BuyerTypeId; value: number; threshold: number }
/** The most pronounced way of buying, null when none is, and all that apply. */
export interface BuyerType { type: BuyerTypeId | null; traits: Trait[] }

const daysPerMonth = 365.25 / 12;

/**
 * What kind of buyer somebody is (客户类型): whichever way of buying exceeds its threshold by most.
 * Null until she has come three times, because two visits say nothing about habit. `chainUnitPrice` in minor units, 0 where unknown.
 */
export function buyerTypeOf(habits: ShoppingHabits, chainUnitPrice: number, settings: BuyerTypeSettings = defaultBuyerTypeSettings): BuyerType | null {
  if (habits.occasions < settings.minimumOccasions) return null;
  const months = Math.max(1, (habits.lastOn - habits.firstOn) / daysPerMonth);
  const values: { [type in BuyerTypeId]: number } = {
    'new-arrival': habits.newArrivalUnits / habits.units,
    promotion: habits.promotionUnits / habits.units,
    bulk: habits.units / habits.tickets,
    // The first visit begins the time that the others are counted over.
    frequent: (habits.occasions - 1) / months,
    'single-category': habits.topCategoryUnits / habits.units,
    'high-price': chainUnitPrice > 0 ? habits.amount / habits.units / chainUnitPrice : 0,
    'style-led': habits.topStyleUnits / habits.units,
  };
  const traits = buyerTypes.map((type) => ({ type, value: values[type], threshold: settings[type] }))
    .filter(({ value, threshold }) => value >= threshold)
    .sort((a, b) => b.value / b.threshold - a.value / a.threshold);
  return { type: traits[0]?.type ?? null, traits };
}
