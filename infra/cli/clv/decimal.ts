/** The number that a text is, NaN for none; only decimal numbers are numbers here: `0x1F` is some code, no amount of 31. */
export function decimalOf(text: string): number {
  return text.trim() === '' || /^0[box]/i.test(text) ? Number.NaN : Number(text);
}
