import type { SaleLine } from '../ledger/facts.ts';
import type { ExcludedGoods } from './policy.ts';

/** Says of a line whether its goods are excluded by their sku, their category or one of their tags. */
export function excludedBy({ skus, categories, tags }: ExcludedGoods): (line: SaleLine) => boolean {
  const [sku, category, tag] = [new Set(skus), new Set(categories), new Set(tags)];
  return (line) => sku.has(line.sku) || (line.category !== undefined && category.has(line.category)) || (line.tags ?? []).some((t) => tag.has(t));
}
