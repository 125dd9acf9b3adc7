import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { functionNames } from '../../infra/build.mjs';
import { staleParts } from '../../infra/stale.cjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Environment of a deployed function, with nothing behind the names. */
const environment = {
  ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', AWS_REGION: 'eu-central-1', LEDGER_TABLE: 'l', CUSTOMERS_TABLE: 'c', READINGS_TABLE: 'r', EVENT_BUS: 'b', DEAD_LETTER_QUEUE_URL: 'https://queue.invalid/1/d', SETTINGS: '{}',
  NIGHT_ARN: 'arn:aws:states:eu-central-1:111122223333:stateMachine:Night', JWT_ISSUER: 'https://issuer.invalid', JWT_AUDIENCE: 'guibin', JWKS_URL: 'https://issuer.invalid/keys',
};

describe('A build', () => {
  it('makes one bundle for each Lambda file and keeps none of a file that is gone', async () => {
    const names = await functionNames();
    expect(names).toHaveLength(8);
    expect(readdirSync(`${root}dist/functions`).sort()).toEqual(names);
  });

  it('makes bundles that load by themselves and export a handler', async () => {
    const program = (await functionNames()).map((name) => `console.log(${JSON.stringify(name)}, typeof (await import(${JSON.stringify(`${root}dist/functions/${name}/index.mjs`)})).handler);`).join('\n');
    // From the root of the file system no package can be found but what is in the bundle.
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: '/', env: environment, encoding: 'utf8' });
    expect(printed.trim().split('\n')).toEqual((await functionNames()).map((name) => `${name} function`));
  }, 30_000);

  it('is repeated for a part whose sources are newer, and only then', async () => {
    const stamp = `${root}dist/.built-portal`;
    const { atime, mtime } = statSync(stamp);
    expect(staleParts(['portal'])).toEqual([]);
    utimesSync(stamp, atime, new Date(0));
    expect(staleParts(['portal'])).toEqual(['portal']);
    utimesSync(stamp, atime, mtime);
  });
});

describe('npx guibin', () => {
  it('is built again when a file that the subcommand asked for was made from is newer or gone, and only then', () => {
    const copy = mkdtempSync(join(tmpdir(), 'guibin-stale-'));
    for (const folder of ['infra', 'dist/cli']) mkdirSync(join(copy, folder), { recursive: true });
    copyFileSync(`${root}infra/stale.cjs`, join(copy, 'infra/stale.cjs'));
    const { isCommandStale } = createRequire(import.meta.url)(join(copy, 'infra/stale.cjs')) as typeof import('../../infra/stale.cjs');
    const stale = () => (['clv', 'token', 'no-such-command', undefined] as const).map((name) => isCommandStale(name));
    const files = { 'guibin.ts': 'a', 'clv.ts': 'b', 'token.ts': 'c', 'dist/cli/guibin.sources': 'guibin.ts', 'dist/cli/clv.sources': 'clv.ts', 'dist/cli/token.sources': 'token.ts', 'infra/build.mjs': '', 'package-lock.json': '', 'tsconfig.json': '' };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(copy, name), text);
    const later = new Date(Date.now() + 60_000);

    expect(stale(), 'never built').toEqual([true, true, true, true]);
    writeFileSync(join(copy, 'dist/.built-command'), '');
    const soon = new Date(Date.now() + 1_000);
    utimesSync(join(copy, 'dist/.built-command'), soon, soon);
    expect(stale()).toEqual([false, false, false, false]);
    utimesSync(join(copy, 'clv.ts'), later, later);
    expect(stale(), 'a source of one').toEqual([true, false, false, false]);
    rmSync(join(copy, 'token.ts'));
    expect(stale(), 'and one is gone').toEqual([true, true, false, false]);
    utimesSync(join(copy, 'guibin.ts'), later, later);
    expect(stale(), 'a source of all').toEqual([true, true, true, true]);
    rmSync(copy, { recursive: true });
  });

  it('is the command of this repository, brought up to date before it runs, by its name and by the one it had', () => {
    for (const name of ['guibin.cjs', 'guibin.mjs']) {
      const printed = execFileSync(process.execPath, [`${root}infra/${name}`, 'help'], { cwd: '/', encoding: 'utf8' });
      expect(printed).toMatch(/^ {2}import {2}/m);
      expect(statSync(`${root}infra/${name}`).mode & 0o111, 'npx needs the file to be executable').not.toBe(0);
    }
  });
});
