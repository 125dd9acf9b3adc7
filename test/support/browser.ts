import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
/** Not the package's own flags: its single-process mode dies under a driver. */
const flags = ['--no-sandbox', '--headless=shell', '--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--font-render-hinting=none'];

/** A real Chromium: the one at `CHROME_PATH`, else the one that came with the packages, which needs nothing installed on the machine. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROME_PATH'];
  if (own) return chromium.launch({ executablePath: own, args: flags });
  const folder = await unpackedChromium();
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  const fonts = process.env['FONTCONFIG_PATH'] ?? (existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(folder, 'fonts'));
  return chromium.launch({
    executablePath: join(folder, 'chromium'), args: flags,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts },
  });
}

/**
 * Unpacks the packaged browser once per version and user, and moves it into place in one step, so that test files may run side by side.
 * The package decides by environment variables while it is imported whether to bring its system libraries; hence the process of its own.
 */
async function unpackedChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const folder = join(tmpdir(), `guibin-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const unpacking = await mkdtemp(`${folder}-`);
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"], {
    cwd: packageFolder, env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  await rename(unpacking, folder).catch(() => rm(unpacking, { recursive: true, force: true }));
  return folder;
}
