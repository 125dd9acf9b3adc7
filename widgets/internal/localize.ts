import type { Language } from '../../functions/contract/localized.ts';

export type Messages<Key extends string> = Record<Language, Record<Key, string>>;

/** Declares a widget's own messages; a key that one language lacks does not compile. */
export function defineMessages<Key extends string>(tables: Messages<Key>): Messages<Key> {
  return tables;
}

type Values = Record<string, string | number>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** A function that says the messages of one language's table. */
export function speaker<Key extends string>(table: Record<Key, string>): Say<Key> {
  return (key, values) => fill(table[key], values);
}

/** The message for a code that comes from the server and may be newer than this page; the code itself when unknown. */
export function sayCode(table: Record<string, string>, code: string, values?: Values): string {
  const template = table[code];
  return template === undefined ? code.replaceAll('-', ' ') : fill(template, values);
}

/** Fills `{name}` placeholders; one without a value stays visible rather than vanishing. */
function fill(template: string, values: Values = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
