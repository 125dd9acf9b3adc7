// Builds everything that runs: `node infra/build.mjs`, about a second. Folders that do not exist yet are skipped.
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allParts, sourcesListOf, stampOf, staleParts } from './stale.cjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const builders = { functions: buildFunctions, widgets: buildWidgets, portal: buildPortal, command: buildCommand };
/** @typedef {import('./stale.cjs').Part} Part */

/** Bundles all Lambda functions at once, each into `dist/functions/<name>/index.mjs` with everything it needs. */
export async function buildFunctions() {
  const names = await functionNames();
  const outdir = join(dist, 'functions');
  await mkdir(outdir, { recursive: true });
  if (names.length > 0) {
    await bundle({
      sourcesContent: false,
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
  await keepOnly(outdir, names);
}

/** Bundles the widgets into `dist/widgets/vip.js` and hashed chunks, and writes which chunk holds what to `dist/widgets.meta.json` and what the elements offer to `dist/custom-elements.json`. */
export async function buildWidgets() {
  const outdir = join(dist, 'widgets');
  await mkdir(outdir, { recursive: true });
  if (!existsSync(join(root, 'widgets/index.ts'))) return;
  const { shortenTemplates } = await import('./shorten-templates.mjs');
  const { metafile } = await bundle({
    entryPoints: [{ in: 'widgets/index.ts', out: 'vip' }],
    outdir,
    splitting: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    chunkNames: '[name]-[hash]',
    plugins: [shortenTemplates],
  });
  await keepOnly(outdir, Object.keys(metafile.outputs).map((path) => relative('dist/widgets', path)));
  await writeFile(join(dist, 'widgets.meta.json'), JSON.stringify(metafile));
  const { elementManifest } = await import('./element-manifest.mjs');
  const own = Object.keys(metafile.inputs).filter((path) => path.startsWith('widgets/'));
  const sources = await Promise.all(own.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
  await writeFile(join(dist, 'custom-elements.json'), JSON.stringify(elementManifest(sources), null, 2));
}

/** Puts the demo page into `dist/portal`: its script bundled, its fonts from their package, everything else copied. */
export async function buildPortal() {
  const from = join(root, 'widgets/portal');
  const outdir = join(dist, 'portal');
  const files = await filesIn(from);
  await mkdir(outdir, { recursive: true });
  await Promise.all(files.filter((file) => extname(file) !== '.ts').map((file) => cp(join(from, file), join(outdir, file), { recursive: true })));
  if (!files.includes('portal.ts')) return;
  await copyFonts(join(outdir, 'fonts'));
  await bundle({ entryPoints: ['widgets/portal/portal.ts'], outdir, platform: 'browser', target: 'es2022' });
}

/**
 * Copies the Chinese web font in the weights the demo page uses, so that it reads well on a machine without one. A browser loads only the pieces a text needs.
 * @param {string} outdir
 */
async function copyFonts(outdir) {
  const from = join(root, 'node_modules/@fontsource/noto-sans-sc');
  const weights = ['300', '400', '600'];
  await mkdir(join(outdir, 'files'), { recursive: true });
  const pieces = (await filesIn(join(from, 'files'))).filter((file) => weights.some((weight) => file.endsWith(`-${weight}-normal.woff2`)));
  await Promise.all([...weights.map((weight) => `${weight}.css`), ...pieces.map((file) => join('files', file))].map((file) => cp(join(from, file), join(outdir, file))));
}

/**
 * Bundles the `guibin` command: `dist/cli/guibin.cjs`, and for each subcommand a file that holds all it needs and loads when it is called,
 * with a list beside each of the files it was made from.
 * CommonJS, because Node.js starts and loads that faster, and a command is over before the difference is made up.
 */
export async function buildCommand() {
  const from = join(root, 'infra/cli');
  if (!existsSync(join(from, 'guibin.ts'))) return;
  const outdir = join(dist, 'cli');
  const subcommands = (await filesIn(from)).filter((name) => existsSync(join(from, name, 'command.ts')));
  const { metafile } = await bundle({
    entryPoints: [{ in: 'infra/cli/guibin.ts', out: 'guibin' }, ...subcommands.map((name) => ({ in: `infra/cli/${name}/command.ts`, out: name }))],
    outdir,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
    supported: { 'dynamic-import': false },
    packages: 'external',
    plugins: [subcommandsApart],
    platform: 'node',
    target: 'node20',
  });
  const built = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.cjs'));
  await Promise.all(built.map(([path, { inputs }]) => writeFile(join(root, sourcesListOf(path)), Object.keys(inputs).join('\n'))));
  await keepOnly(outdir, [...Object.keys(metafile.outputs), ...built.map(([path]) => sourcesListOf(path))].map((path) => relative('dist/cli', path)));
}

/**
 * Leaves each subcommand in a file of its own.
 * @type {import('esbuild').Plugin}
 */
const subcommandsApart = {
  name: 'subcommands-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/[a-z-]+\/command\.ts$/ }, ({ path }) => ({ path: `./${path.split('/')[1]}.cjs`, external: true }));
  },
};

/**
 * Builds the given parts, or everything. One part that fails does not keep the others from being built.
 * @param {Part[]} names
 */
export async function build(names = allParts) {
  const results = await Promise.allSettled(names.map(async (name) => {
    const startedAt = new Date();
    await builders[name]();
    await writeFile(stampOf(name), '');
    // A source saved while the build ran must count as newer.
    await utimes(stampOf(name), startedAt, startedAt);
  }));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Builds those of the given parts, or of all, whose sources have changed since they were built.
 * @param {Part[]} names
 */
export async function buildIfStale(names = allParts) {
  await build(staleParts(names));
}

/**
 * Names of the Lambda functions: every file directly in `functions/` but the ports.
 * @returns {Promise<string[]>}
 */
export async function functionNames() {
  const files = await filesIn(join(root, 'functions'));
  return files.filter((file) => extname(file) === '.ts' && file !== 'ports.ts').map((file) => file.slice(0, -'.ts'.length)).sort();
}

/**
 * @template {import('esbuild').BuildOptions} Options
 * @param {Options} options
 */
async function bundle(options) {
  // Loaded late: whoever only asks whether something is stale should not wait for it.
  const esbuild = await import('esbuild');
  return esbuild.build({ absWorkingDir: root, bundle: true, format: 'esm', metafile: true, logLevel: 'warning', sourcemap: 'linked', ...options });
}

/**
 * Removes what an earlier build left behind.
 * @param {string} folder
 * @param {string[]} names
 */
async function keepOnly(folder, names) {
  const leftovers = (await filesIn(folder)).filter((name) => !names.includes(name));
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { recursive: true })));
}

/** @param {string} path @returns {Promise<string[]>} */
const filesIn = (path) => readdir(path).catch(() => []);

/**
 * Builds the given parts, or everything, and says in one line when that fails; the answer is whether it worked.
 * @param {Part[]} [names]
 */
export async function buildOrSay(names) {
  try {
    await build(names);
    return true;
  } catch (error) {
    console.error(`build failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildOrSay();
