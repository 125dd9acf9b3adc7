/** One line of a sale as the bus carries it; `amount` is named only where quantity × unit price would not give it. */
export interface ImportedLine { sku: string; category?: string | undefined; quantity: number; unitPrice: number; amount?: number }

/** A line from what was paid for all of it, in minor units. */
export function saleLine(sku: string, category: string | undefined, quantity: number, amount: number): ImportedLine {
  const unitPrice = quantity > 0 ? Math.round(amount / quantity) : amount;
  const line: ImportedLine = category === undefined ? { sku, quantity, unitPrice } : { sku, category, quantity, unitPrice };
  if (unitPrice * quantity !== amount) line.amount = amount;
  return line;
}
