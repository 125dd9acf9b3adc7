import type { Day } from '../calendar.ts';
import type { Goods, History } from '../history.ts';

/** A business day on which a customer kept at least one unit. Money in minor units. */
export interface Occasion { day: Day; units: number; netSpend: number; knownMargin: number; knownMarginSpend: number }

/**
 * A customer's purchase occasions in order of day, as they were seen at the end of `asOf`:
 * several stores on one day are one occasion, and goods brought back only later still count.
 */
export function occasionsOf(history: History, asOf: Day): Occasion[] {
  const occasions: Occasion[] = [];
  for (const purchase of history.purchases) {
    if (purchase.day > asOf) continue;
    const last = occasions[occasions.length - 1];
    if (last?.day === purchase.day) add(last, purchase);
    else occasions.push(add(emptyOccasion(purchase.day), purchase));
  }
  const broughtBackLater = history.returns.filter((goods) => goods.soldOn <= asOf && goods.returnedOn > asOf);
  if (broughtBackLater.length === 0) return occasions.filter(hasUnits);
  const byDay = new Map(occasions.map((occasion) => [occasion.day, occasion]));
  for (const goods of broughtBackLater) {
    byDay.set(goods.soldOn, add(byDay.get(goods.soldOn) ?? emptyOccasion(goods.soldOn), goods));
  }
  return [...byDay.values()].filter(hasUnits).sort((one, other) => one.day - other.day);
}

function emptyOccasion(day: Day): Occasion {
  return { day, units: 0, netSpend: 0, knownMargin: 0, knownMarginSpend: 0 };
}

function add(occasion: Occasion, goods: Goods): Occasion {
  occasion.units += goods.units;
  occasion.netSpend += goods.netSpend;
  occasion.knownMargin += goods.knownMargin;
  occasion.knownMarginSpend += goods.knownMarginSpend;
  return occasion;
}

function hasUnits({ units }: Occasion): boolean {
  return units > 0;
}
