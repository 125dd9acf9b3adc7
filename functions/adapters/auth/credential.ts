/** What a caller shows: a signed token or an API key. */
export type Credential = { kind: 'token'; token: string } | { kind: 'key'; key: string };

const keyShape = /^gb_[\w-]{8,200}$/;
const tokenShape = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The credential in an Authorization header: a token or key as Bearer, or a key as Basic user, which is what spreadsheets can send. Null for anything else. */
export function credentialIn(header: string | undefined): Credential | null {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) +([\w\-.~+/=]+)$/i.exec(header?.trim() ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentialOf(value);
  if (scheme.toLowerCase() !== 'basic') return null;
  const [user = ''] = Buffer.from(value, 'base64').toString('utf8').split(':');
  return keyShape.test(user) ? { kind: 'key', key: user } : null;
}

function credentialOf(value: string): Credential | null {
  if (keyShape.test(value)) return { kind: 'key', key: value };
  return tokenShape.test(value) ? { kind: 'token', token: value } : null;
}
