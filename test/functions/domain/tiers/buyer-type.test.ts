import { describe, expect, it } from 'vitest';
import type { SaleLine } from '../../../../functions/domain/ledger/facts.ts';
import { buyerTypeOf } from '../../../../functions/domain/tiers/buyer-type.ts';
import { HabitCounter, type ShoppingHabits } from '../../../../functions/domain/tiers/shopping-habits.ts';

const line = (more: Partial<SaleLine> = {}): SaleLine => ({ sku: 'W-1', quantity: 1, unitPrice: 10_000, ...more });

/** Tickets sixty days apart, each of the lines given. */
function habitsOf(...tickets: SaleLine[][]): ShoppingHabits {
  const counter = new HabitCounter();
  tickets.forEach((lines, i) => counter.add(i * 60, lines.map((l) => ({ line: l, kept: l.quantity })), 1));
  return counter.habits()!;
}
const three = (...lines: SaleLine[]): ShoppingHabits => habitsOf(lines, lines, lines);

describe('the type of a buyer', () => {
  it('is not said before the third occasion', () => {
    const news = [line({ tags: ['new-arrival'] })];
    expect(buyerTypeOf(habitsOf(news, news), 10_000)).toBeNull();
    expect(buyerTypeOf(habitsOf(news, news, news), 10_000)?.type).toBe('new-arrival');
  });

  it.each([
    ['new-arrival', three(line({ tags: ['new-arrival'] }), line())],
    ['promotion', three(line({ tags: ['promotion'] }), line())],
    ['promotion', three(line({ listPrice: 12_500 }), line({ listPrice: 12_499 }))],
    ['bulk', three(line({ quantity: 4 }))],
    ['single-category', habitsOf([line({ category: 'dress', quantity: 3 })], [line({ category: 'dress' })], [line({ category: 'coat' })])],
    ['high-price', three(line({ unitPrice: 15_000 }))],
    ['style-led', three(line({ tags: ['style:classic', 'style:classic'] }), line({ tags: ['style:classic'] }), line())],
  ])('is %s', (type, habits) => {
    expect(buyerTypeOf(habits, 10_000)).toMatchObject({ type });
  });

  it('is frequent for who comes once a month', () => {
    const counter = new HabitCounter();
    for (const day of [0, 30, 60]) counter.add(day, [{ line: line(), kept: 1 }], 1);
    expect(buyerTypeOf(counter.habits()!, 10_000)?.type).toBe('frequent');
  });

  it('names the most pronounced of several, and lists them all', () => {
    const both = three(line({ quantity: 8, tags: ['promotion'] }), line({ quantity: 2 }));
    expect(buyerTypeOf(both, 10_000)).toMatchObject({ type: 'bulk', traits: [{ type: 'bulk', value: 10, threshold: 4 }, { type: 'promotion', value: 0.8, threshold: 0.5 }] });
  });

  it('is open when nothing stands out', () => {
    expect(buyerTypeOf(three(line()), 10_000)).toEqual({ type: null, traits: [] });
  });
});

describe('habits', () => {
  it('count what was kept, at the price paid, in the reporting currency', () => {
    const counter = new HabitCounter();
    counter.add(5, [{ line: line({ quantity: 3, amount: 27_000, category: 'dress' }), kept: 2 }], 2);
    counter.add(5, [{ line: line({ category: 'coat' }), kept: 1 }], 1);
    expect(counter.habits()).toMatchObject({ firstOn: 5, lastOn: 5, occasions: 1, tickets: 2, units: 3, amount: 46_000, topCategoryUnits: 2 });
  });

  it('leave a ticket out that came back whole', () => {
    const counter = new HabitCounter();
    counter.add(5, [], 1);
    expect(counter.habits()).toBeNull();
  });
});
