import { accessSync, constants, realpathSync, statSync, type BigIntStats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UnusableInput } from '../errors.ts';
import type { ClvSettings } from './settings.ts';

/** Makes sure that the files to write can be written, and are neither the file to read nor each other. Throws UnusableInput. */
export function checkOutputFiles({ path, svg, html }: Pick<ClvSettings, 'path' | 'svg' | 'html'>): void {
  const known = new Map<string, string>();
  for (const [flag, name] of [['--svg', svg], ['--html', html]] as const) {
    if (name === null) continue;
    checkWritable(flag, name);
    if (known.size === 0) known.set(identityOf(path), 'the file that is read');
    const file = identityOf(name);
    const other = known.get(file);
    if (other !== undefined) throw new UnusableInput(`${flag} ${name} is ${other}; name another file`);
    known.set(file, `the file of ${flag}`);
  }
}

function checkWritable(flag: string, name: string): void {
  const refuse = (why: string) => new UnusableInput(`cannot write ${flag} ${name}: ${why}`);
  if (name.trim() === '') throw new UnusableInput(`${flag} needs the name of a file to write`);
  const [file, folder] = [statOf(name), statOf(dirname(name))];
  if (file?.isDirectory()) throw refuse('it is a folder; name a file');
  if (!folder) throw refuse(`there is no folder ${dirname(name)}`);
  if (!folder.isDirectory()) throw refuse(`${dirname(name)} is not a folder`);
  try {
    accessSync(file ? name : dirname(name), constants.W_OK);
  } catch {
    throw refuse('you may not write there');
  }
}

/** The same for any two names of one file: its number on the disk, or where it will lie. */
function identityOf(name: string): string {
  const file = statOf(name);
  if (file) return `${file.dev}:${file.ino}`;
  return statOf(dirname(name)) ? join(realpathSync(dirname(name)), basename(name)) : name;
}

function statOf(name: string): BigIntStats | undefined {
  try {
    return statSync(name, { bigint: true, throwIfNoEntry: false });
  } catch {
    // Something on the way is no folder, or may not be looked into.
    return undefined;
  }
}
