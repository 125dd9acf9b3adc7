import { parseArgs } from 'node:util';
import { CommandFailed, UnusableInput } from './errors.ts';
import { nearest } from './nearest.ts';

/** One flag of a command. `takes` names its value in the help; a flag without it is a switch. */
export interface Flag { takes?: string; says: string; repeatable?: boolean }
/** What a command understands, enough to parse its arguments and to print its help. */
export interface Usage { name: string; arguments?: string; says: string; flags: Record<string, Flag> }

/** Arguments of one call, by flag. */
export class Options {
  constructor(private readonly values: Record<string, string | boolean | (string | boolean)[] | undefined>, readonly positionals: string[]) {}

  text(flag: string): string | undefined {
    const value = this.values[flag];
    return typeof value === 'string' ? value : undefined;
  }

  texts(flag: string): string[] {
    const value = this.values[flag];
    return Array.isArray(value) ? value.map(String) : [];
  }

  has(flag: string): boolean {
    return this.values[flag] === true;
  }
}

/** Every command that talks to a server can be pointed at a deployed stack. */
export const stackFlag: Record<string, Flag> = {
  stack: { takes: 'NAME', says: 'a deployed stack; without it the laptop (AWS_ENDPOINT_URL, or http://127.0.0.1:4401)' },
};

/**
 * Makes a command of what it understands and what it does: `--help` prints the help and does nothing else; what its user can mend is said in one line.
 * That is done here because each subcommand is built with error classes of its own, which the launcher would not know.
 */
export function command(usage: Usage, run: (options: Options) => Promise<number>): (args: string[]) => Promise<number> {
  return async (args) => {
    if (args.includes('--help') || args.includes('-h')) {
      console.log(helpOf(usage));
      return 0;
    }
    try {
      return await run(parseOptions(usage, args));
    } catch (error) {
      if (!(error instanceof UnusableInput) && !(error instanceof CommandFailed)) throw error;
      console.error(`guibin ${usage.name}: ${error.message}`);
      return error instanceof UnusableInput ? 2 : 1;
    }
  };
}

/** Parses the arguments of a command. Throws UnusableInput that names the nearest flag for one that does not exist. */
export function parseOptions(usage: Usage, given: string[]): Options {
  const args = withNegativeValues(usage, given);
  const options = Object.fromEntries(Object.entries(usage.flags).map(([name, flag]) => [
    name, { type: flag.takes ? 'string' as const : 'boolean' as const, multiple: flag.repeatable ?? false },
  ]));
  for (const arg of args) {
    if (arg === '--') break;
    const name = /^--?([^=]*)/.exec(arg)?.[1];
    if (name !== undefined && name !== '' && !Object.hasOwn(usage.flags, name) && !/^-\d/.test(arg)) {
      const meant = nearest(name, Object.keys(usage.flags));
      throw new UnusableInput(`guibin ${usage.name} has no flag ${arg.split('=')[0]}${meant ? `; did you mean --${meant}?` : `; see guibin ${usage.name} --help`}`);
    }
  }
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return new Options(values, positionals);
  } catch (error) {
    throw new UnusableInput((error as Error).message.split('\n')[0]!.replace(/^Option '(--[^ ']+).*' argument missing$/, '$1 needs a value'));
  }
}

/** The same arguments with `--flag -1` as `--flag=-1`: a parser by itself takes every word that starts with a hyphen for a flag. */
function withNegativeValues({ flags }: Usage, args: string[]): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const isValue = (at: number) => at > 0 && at < end && /^-\.?\d/.test(args[at]!) && args[at - 1]!.startsWith('--') && flags[args[at - 1]!.slice(2)]?.takes !== undefined;
  return args.flatMap((arg, at) => (isValue(at) ? [] : isValue(at + 1) ? [`${arg}=${args[at + 1]}`] : [arg]));
}

/** The help of one command. */
export function helpOf(usage: Usage): string {
  const shown = Object.entries(usage.flags).map(([name, flag]) => [`--${name}${flag.takes ? ` ${flag.takes}` : ''}`, flag.says] as const);
  const width = Math.max(0, ...shown.map(([flag]) => flag.length));
  return [
    `guibin ${[usage.name, usage.arguments].filter(Boolean).join(' ')}`,
    '',
    usage.says,
    ...(shown.length > 0 ? ['', ...shown.map(([flag, says]) => `  ${flag.padEnd(width)}  ${says}`)] : []),
  ].join('\n');
}

/** The value of a flag that must be one of a few words. Throws UnusableInput with the choice. */
export function oneOf<Word extends string>(flag: string, value: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === value);
  if (word === undefined) {
    const meant = nearest(value, words);
    throw new UnusableInput(`--${flag} ${value}: choose ${words.join(', ')}${meant ? `; did you mean ${meant}?` : ''}`);
  }
  return word;
}
