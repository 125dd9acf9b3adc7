/** Control characters, line separators, and what turns the direction of writing. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text from a file as it may be shown: what would steer a terminal or break a line is written out, such as `\u001b`. */
export function visible(text: string): string {
  return text.replace(unseen, (character) => short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
