// Builds everything that runs: `node infra/build.mjs`, about a second. Folders that do not exist yet are skipped.
import { cp, mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
/** What a build depends on. */
const sources = ['functions', 'widgets', 'infra/cli', 'infra/build.mjs', 'package-lock.json', 'tsconfig.json'];
const shared = /** @type {const} */ ({ absWorkingDir: root, bundle: true, format: 'esm', metafile: true, logLevel: 'warning', sourcemap: 'linked' });

/**
 * Names of the Lambda functions: every file directly in `functions/` but the ports.
 * @returns {Promise<string[]>}
 */
export async function functionNames() {
  const files = await filesIn(join(root, 'functions'));
  return files.filter((file) => extname(file) === '.ts' && file !== 'ports.ts').map((file) => file.slice(0, -'.ts'.length)).sort();
}

/** Bundles all Lambda functions at once, each into `dist/functions/<name>/index.mjs` with everything it needs. */
export async function buildFunctions() {
  const names = await functionNames();
  const outdir = join(dist, 'functions');
  await mkdir(outdir, { recursive: true });
  if (names.length > 0) {
    const { build } = await import('esbuild');
    await build({
      ...shared,
      entryPoints: names.map((name) => ({ in: `functions/${name}.ts`, out: `${name}/index` })),
      outdir,
      outExtension: { '.js': '.mjs' },
      platform: 'node',
      target: 'node20',
      mainFields: ['module', 'main'],
      // Some packages still call require for Node's own modules.
      banner: { js: "import { createRequire as createRequireOfBundle } from 'node:module'; const require = createRequireOfBundle(import.meta.url);" },
    });
  }
  for (const folder of await filesIn(outdir)) {
    if (!names.includes(folder)) await rm(join(outdir, folder), { recursive: true });
  }
}

/** Bundles the widgets into `dist/widgets/vip.js` and hashed chunks, and writes which chunk holds what to `dist/widgets.meta.json`. */
export async function buildWidgets() {
  const outdir = join(dist, 'widgets');
  await mkdir(outdir, { recursive: true });
  if (!(await exists(join(root, 'widgets/index.ts')))) return;
  const { build } = await import('esbuild');
  const { metafile } = await build({
    ...shared,
    entryPoints: [{ in: 'widgets/index.ts', out: 'vip' }],
    outdir,
    splitting: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    chunkNames: '[name]-[hash]',
  });
  const written = new Set(Object.keys(metafile.outputs).map((path) => relative('dist/widgets', path)));
  for (const file of await filesIn(outdir)) {
    if (!written.has(file)) await rm(join(outdir, file), { recursive: true });
  }
  await writeFile(join(dist, 'widgets.meta.json'), JSON.stringify(metafile));
}

/** Puts the demo page into `dist/portal`: scripts bundled, everything else copied. */
export async function buildPortal() {
  const from = join(root, 'widgets/portal');
  const outdir = join(dist, 'portal');
  const files = (await filesIn(from)).filter((file) => !file.includes('.test.'));
  const scripts = files.filter((file) => extname(file) === '.ts');
  await mkdir(outdir, { recursive: true });
  await Promise.all(files.filter((file) => extname(file) !== '.ts').map((file) => cp(join(from, file), join(outdir, file), { recursive: true })));
  if (scripts.length === 0) return;
  const { build } = await import('esbuild');
  await build({ ...shared, entryPoints: scripts.map((file) => `widgets/portal/${file}`), outdir, outbase: 'widgets/portal', platform: 'browser', target: 'es2022' });
}

/** Bundles the `guibin` command; each subcommand is a chunk that loads when it is called. */
export async function buildCommand() {
  if (!(await exists(join(root, 'infra/cli/guibin.ts')))) return;
  const { build } = await import('esbuild');
  await rm(join(dist, 'cli'), { recursive: true, force: true });
  await build({
    ...shared,
    entryPoints: ['infra/cli/guibin.ts'],
    outdir: join(dist, 'cli'),
    outExtension: { '.js': '.mjs' },
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
  });
}

/** Builds everything. */
export async function buildAll() {
  const startedAt = new Date();
  await Promise.all([buildFunctions(), buildWidgets(), buildPortal(), buildCommand()]);
  await writeFile(stamp, '');
  // A source saved while the build ran must count as newer.
  await utimes(stamp, startedAt, startedAt);
}

/**
 * Builds everything if a source has changed since the last build.
 * @returns {Promise<boolean>} whether it had to
 */
export async function buildIfStale() {
  const built = await changedAt(stamp);
  const newest = await Promise.all(sources.map((path) => newestIn(join(root, path))));
  if (built >= Math.max(...newest)) return false;
  await buildAll();
  return true;
}

/** @param {string} path */
async function newestIn(path) {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  const times = await Promise.all(entries.map((entry) => changedAt(join(entry.parentPath ?? entry.path, entry.name))));
  return Math.max(await changedAt(path), ...times);
}

/** @param {string} path */
const changedAt = (path) => stat(path).then((found) => found.mtimeMs, () => 0);
/** @param {string} path */
const exists = (path) => stat(path).then(() => true, () => false);
/** @param {string} path */
const filesIn = (path) => readdir(path).catch(() => []);

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
