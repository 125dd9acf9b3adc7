import type { Fact } from '../ledger/facts.ts';

/** By what a customer can be recognised in a text that nobody could take apart. */
export interface Traces { customerId: string; contacts: string[]; names: string[] }

/** Anything shorter is found by chance: 12 is a quantity and 上海 a city before they are somebody's id or address. */
const tellingLength = 6;
const shortestName = 2;

/** What the facts of a customer say about her that leads to her: phone, e-mail and address to nobody else, her name perhaps to others as well. */
export function tracesOf(customerId: string, facts: Iterable<Fact>): Traces {
  const [contacts, names] = [new Set<string>(), new Set<string>()];
  for (const fact of facts) {
    if (fact.kind !== 'CustomerEnrolled' && fact.kind !== 'CustomerUpdated') continue;
    const { name, phone, email, address } = fact.hard ?? {};
    for (const text of [phone, email, address]) if (text !== undefined && text.length >= tellingLength) contacts.add(text);
    if (name !== undefined && name.length >= shortestName) names.add(name);
  }
  return { customerId, contacts: [...contacts], names: [...names] };
}

/** Whether a text speaks of her: it has her id, or what leads only to her, or her name without the id of another customer. */
export function speaksOf({ customerId, contacts, names }: Traces, text: string): boolean {
  const plain = unescaped(text);
  if (idsIn(text).has(customerId) || contacts.some((contact) => plain.includes(contact))) return true;
  return names.some((name) => plain.includes(name)) && namedIn(plain).length === 0;
}

/** Everything in a text that could be the id of a customer: what stands where one belongs, and every longer word. */
export function idsIn(text: string): Set<string> {
  const plain = unescaped(text);
  const words = plain.split(/[\s"',:;{}[\]()=\\]+/).filter((word) => word.length >= tellingLength && word.length <= 128);
  return new Set([...namedIn(plain), ...words]);
}

/** Everything in a text that somebody may have written about a person: each quoted text and each longer word. */
export function textsIn(text: string): Set<string> {
  const plain = unescaped(text);
  return new Set([...plain.matchAll(/"([^"\n]{2,500})"/g)].map(([, quoted]) => quoted!).concat(plain.split(/[\s"',;{}[\]()=\\]+/).filter((word) => word.length >= tellingLength)));
}

/** Whether a text says whose it is. */
export function namesSomebody(text: string): boolean {
  return namedIn(unescaped(text)).length > 0;
}

function namedIn(plain: string): string[] {
  return [...plain.matchAll(/"(?:customerId|previousCustomerId|referredCustomerId)"\s*:\s*"?([^\s"',}]+)/g)].map(([, id]) => id!);
}

/** Messages are JSON within JSON, in which quotes and letters are escaped once or twice. */
function unescaped(text: string): string {
  return text.replaceAll(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replaceAll(/\\+(["/\\])/g, '$1');
}
