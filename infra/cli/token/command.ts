import { CommandFailed, UnusableInput } from '../errors.ts';
import { command, oneOf, stackFlag, type Usage } from '../options.ts';
import { isUnreachable, laptopUrl, unreachable } from '../stack.ts';

const roles = ['head-office', 'manager', 'associate'] as const;
const usage: Usage = {
  name: 'token',
  says: 'Prints a token for the API and the widgets of the laptop. A deployed stack trusts the issuer it was set up with.',
  flags: {
    role: { takes: roles.join('|'), says: 'who the token speaks for' },
    store: { takes: 'ID', says: 'the store of a manager or an associate' },
    associate: { takes: 'ID', says: 'the associate' },
    ttl: { takes: '10m', says: 'how long it holds, in s, m or h (default 10m)' },
    ...stackFlag,
  },
};

/** `guibin token`: prints the JWT alone, so that a script can take the last word of the last line. */
export const runToken = command(usage, async (options) => {
  if (options.text('stack') !== undefined) throw new UnusableInput('tokens are made on the laptop only; a deployed stack takes those of the identity provider it was deployed with');
  if (options.text('role') === undefined) throw new UnusableInput(`say who with --role ${roles.join('|')}`);
  const role = oneOf('role', options.text('role')!, roles);
  const [storeId, associateId] = [options.text('store'), options.text('associate')];
  if (role !== 'head-office' && storeId === undefined) throw new UnusableInput(`--role ${role} needs --store`);
  if (role === 'associate' && associateId === undefined) throw new UnusableInput('--role associate needs --associate');
  const ttlSeconds = secondsOf(options.text('ttl') ?? '10m');

  const endpoint = laptopUrl(process.env);
  let answer: Response;
  try {
    answer = await fetch(new URL('/guibin/token', endpoint), {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ role, storeId, associateId, ttlSeconds }),
    });
  } catch (error) {
    if (isUnreachable(error)) throw new CommandFailed(unreachable(endpoint));
    throw error;
  }
  const text = await answer.text();
  if (!answer.ok) throw new CommandFailed(`${endpoint} gives no token (${answer.status}): ${text.slice(0, 200).split('\n')[0]}`);
  const { token } = JSON.parse(text) as { token: string };
  console.log(token);
  return 0;
});

/** Seconds of a duration such as `90s`, `10m` or `8h`. Throws UnusableInput. */
export function secondsOf(text: string): number {
  const [, count, unit] = /^(\d{1,6})([smh]?)$/.exec(text) ?? [];
  const seconds = Number(count) * { s: 1, m: 60, h: 3600 }[unit || 's']!;
  if (!(seconds > 0)) throw new UnusableInput(`--ttl ${text} is not a duration; write it as 90s, 10m or 8h`);
  return seconds;
}
