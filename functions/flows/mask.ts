/** Enough of a phone number to recognise it, not enough to call it: `138****2107`. */
export function maskPhone(phone: string): string {
  return phone.length >= 10 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** The first letter of an address and its domain: `l***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at > 0 ? `${Array.from(email)[0]!}***${email.slice(at)}` : '***';
}

/** The first two characters, which in a Chinese address are the city or province. */
export function maskAddress(address: string): string {
  const characters = Array.from(address);
  return characters.length > 4 ? `${characters.slice(0, 2).join('')}***` : '***';
}
