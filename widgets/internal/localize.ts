import type { Language } from '../../functions/contract/localized.ts';

export type Messages<Key extends string> = Record<Language, Record<Key, string>>;

/** Declares a table of messages; a key that one language lacks does not compile. */
export function defineMessages<Key extends string>(tables: Messages<Key>): Messages<Key> {
  return tables;
}

/** Fills `{name}` placeholders; an unknown placeholder stays visible rather than vanishing. */
export function fill(template: string, values: Record<string, string | number> = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export type Say<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

/** A function that says messages of a table in one language. */
export function speaker<Key extends string>(tables: Messages<Key>, language: Language): Say<Key> {
  return (key, values) => fill(tables[language][key], values);
}

/** The message for a code that comes from the server and may be newer than this page; the code itself when unknown. */
export function sayCode(tables: Messages<string>, language: Language, code: string, values?: Record<string, string | number>): string {
  const template = tables[language][code];
  return template === undefined ? code.replaceAll('-', ' ') : fill(template, values);
}
