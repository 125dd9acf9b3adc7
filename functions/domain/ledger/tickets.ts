import { compareText } from '../compare-text.ts';
import type { Day } from '../calendar.ts';
import type { SaleRecorded } from './facts.ts';
import type { KeptTicket } from './kept-tickets.ts';

/** The tickets of a customer by id, looked up by what she said about them. */
export class Tickets {
  #byId: Map<string, KeptTicket> | null = null;
  readonly #numbers = new Map<string, number>();

  constructor(private readonly tickets: readonly KeptTicket[]) {}

  /** The sale of an id, or null when she has none. */
  sale(id: string): SaleRecorded | null { return this.#find(id)?.sale ?? null; }

  dayOf(id: string): Day | null { return this.#find(id)?.day ?? null; }

  /** What she kept of it, minor units. */
  spendOn(id: string): number { return this.#find(id)?.kept.netSpend ?? 0; }

  /** The category most of its money was paid for, whatever was brought back; of two the one first in order. */
  mainCategory(id: string): string | null {
    const paid = new Map<string, number>();
    for (const { category, amount, quantity, unitPrice } of this.sale(id)?.lines ?? []) {
      if (category !== undefined) paid.set(category, (paid.get(category) ?? 0) + (amount ?? quantity * unitPrice));
    }
    return [...paid].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0] ?? null;
  }

  /** A number from 1 that is the same for the same id and no other, in the order they are asked for. */
  numberOf(id: string): number {
    const known = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, known);
    return known;
  }

  // Most customers have bought and said nothing, so nobody looks up their tickets.
  #find(id: string): KeptTicket | undefined {
    this.#byId ??= new Map(this.tickets.map((ticket) => [ticket.sale.id, ticket]));
    return this.#byId.get(id);
  }
}
