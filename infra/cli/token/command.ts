import { UnusableInput } from '../errors.ts';
import { command, stackFlag, type Usage } from '../options.ts';
import { laptopUrl } from '../stack.ts';
import { whoFlags, whoOf } from '../who.ts';
import { laptopToken } from './laptop-token.ts';

const usage: Usage = {
  name: 'token',
  says: 'Prints a token for the API and the widgets of the laptop. A deployed stack trusts the issuer it was set up with.',
  flags: {
    ...whoFlags,
    ttl: { takes: '10m', says: 'how long it holds, in s, m or h (default 10m)' },
    ...stackFlag,
  },
};

/** `guibin token`: prints the JWT alone, so that a script can take the last word of the last line. */
export const runToken = command(usage, async (options) => {
  if (options.text('stack') !== undefined) throw new UnusableInput('tokens are made on the laptop only; a deployed stack takes those of the identity provider it was deployed with');
  const who = whoOf(options);
  const ttlSeconds = secondsOf(options.text('ttl') ?? '10m');

  console.log(await laptopToken(laptopUrl(process.env), { ...who, ttlSeconds }));
  return 0;
});

/** Seconds of a duration such as `90s`, `10m` or `8h`. Throws UnusableInput. */
export function secondsOf(text: string): number {
  const [, count, unit] = /^(\d{1,6})([smh]?)$/.exec(text) ?? [];
  const seconds = Number(count) * { s: 1, m: 60, h: 3600 }[unit || 's']!;
  if (!(seconds > 0)) throw new UnusableInput(`--ttl ${text} is not a duration; write it as 90s, 10m or 8h`);
  return seconds;
}
