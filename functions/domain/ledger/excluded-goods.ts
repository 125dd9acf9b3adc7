import type { ExcludedGoods } from '../tiers/policy.ts';
import type { SaleLine } from './facts.ts';
import type { Excludes } from './kept-goods.ts';

/** Says of each line whether the policy excludes it from qualification, by sku, category or tag. */
export function excludedBy({ skus, categories, tags }: ExcludedGoods): Excludes {
  if (skus.length + categories.length + tags.length === 0) return () => false;
  const [skuSet, categorySet, tagSet] = [new Set(skus), new Set(categories), new Set(tags)];
  return (line: SaleLine) => skuSet.has(line.sku)
    || (line.category !== undefined && categorySet.has(line.category))
    || (line.tags ?? []).some((tag) => tagSet.has(tag));
}
