import { CommandFailed } from '../errors.ts';
import { isUnreachable, unreachable } from '../stack.ts';
import type { Who } from '../who.ts';

/** Whom a token speaks for, and how long it holds. */
export interface TokenClaims extends Pick<Who, 'role'>, Partial<Omit<Who, 'role'>> { ttlSeconds: number }

/** A token that the laptop at this endpoint signs. Throws CommandFailed when it does not answer or is a deployed stack. */
export async function laptopToken(endpoint: string, claims: TokenClaims): Promise<string> {
  let answer: Response;
  try {
    answer = await fetch(new URL('/guibin/token', endpoint), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(claims) });
  } catch (error) {
    if (isUnreachable(error)) throw new CommandFailed(unreachable(endpoint));
    throw error;
  }
  const text = await answer.text();
  if (!answer.ok) throw new CommandFailed(`${endpoint} gives no token (${answer.status}): ${text.slice(0, 200).split('\n')[0]}`);
  return (JSON.parse(text) as { token: string }).token;
}
