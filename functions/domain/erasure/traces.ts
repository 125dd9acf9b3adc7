import type { Fact } from '../ledger/facts.ts';

/** By what a customer can be recognised in a text that nobody could take apart. */
export interface Traces { customerId: string; contacts: string[]; names: string[] }

/** A single letter or digit would be found everywhere. */
const shortest = 2;

/** What the facts of a customer say about her that leads to her: phone, e-mail and address to nobody else, her name perhaps to others as well. */
export function tracesOf(customerId: string, facts: Iterable<Fact>): Traces {
  const [contacts, names] = [new Set<string>(), new Set<string>()];
  for (const fact of facts) {
    if (fact.kind !== 'CustomerEnrolled' && fact.kind !== 'CustomerUpdated') continue;
    const { name, phone, email, address } = fact.hard ?? {};
    for (const text of [phone, email, address]) if (text !== undefined && text.length >= shortest) contacts.add(text);
    if (name !== undefined && name.length >= shortest) names.add(name);
  }
  return { customerId, contacts: [...contacts], names: [...names] };
}

/** Whether a text speaks of her: it has her id, or what leads only to her, or her name without the id of another customer. */
export function speaksOf({ customerId, contacts, names }: Traces, text: string): boolean {
  const plain = unescaped(text);
  if (hasWord(plain, customerId) || contacts.some((contact) => plain.includes(contact))) return true;
  return names.some((name) => plain.includes(name)) && !/"customerId"\s*:\s*"/.test(plain);
}

/** Messages are JSON within JSON, in which quotes and letters are escaped once or twice. */
function unescaped(text: string): string {
  return text.replaceAll(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replaceAll(/\\+(["/\\])/g, '$1');
}

/** C4 is not in C42. */
function hasWord(text: string, word: string): boolean {
  const inWord = /[\p{L}\p{N}_]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!inWord.test(text.charAt(at - 1)) && !inWord.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

/** Everything in a text that could be the id of a customer. */
export function wordsIn(text: string): Set<string> {
  return new Set(unescaped(text).split(/[\s"',:;{}[\]()=\\]+/).filter((word) => word !== '' && word.length <= 128));
}
