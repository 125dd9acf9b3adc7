import { idsIn, namesSomebody, textsIn } from '../domain/erasure/traces.ts';
import type { Erased } from '../ports.ts';

/** Whether a message that could not be taken speaks of somebody who is erased: by her id or her contacts, or by her name alone. */
export function speaksOfErased(text: string, { erasures, isErased, pseudonyms }: Erased): boolean {
  if (erasures.length === 0) return false;
  if ([...idsIn(text)].some((id) => isErased(id))) return true;
  const known = new Set(erasures.flatMap(({ contacts, names }) => (namesSomebody(text) ? contacts : [...contacts, ...names])));
  return [...textsIn(text)].some((each) => known.has(pseudonyms.ofText(each)));
}
