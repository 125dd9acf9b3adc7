// Holds the widgets to their size budgets: `node infra/size.mjs`, after a build. Sizes are bytes after gzip.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = 'dist/widgets/vip.js';
const chartLibrary = 'node_modules/chart.js/';

/** @typedef {{ imports: { path: string, kind: string }[], inputs: Record<string, unknown>, entryPoint?: string }} Output a file as the bundler describes it */
/** @typedef {{ what: string, budget: 'entry' | 'chart' | 'element', bytes: number }} Size */

/**
 * What a page downloads: at once for the entry, then for the charts, then for each part that loads when it is first used.
 * @param {Record<string, Output>} outputs files by path, as in the bundler's metafile
 * @param {(path: string) => number} bytesOf
 * @returns {Size[]}
 */
export function sizesOf(outputs, bytesOf) {
  const scripts = Object.keys(outputs).filter((path) => path.endsWith('.js'));
  const withEntry = loadedWith(outputs, entry);
  const chart = scripts.filter((path) => !withEntry.has(path) && usesCharts(outputs[path]));
  const known = new Set([...withEntry, ...chart]);
  const sum = (/** @type {Iterable<string>} */ paths) => [...paths].reduce((total, path) => total + bytesOf(path), 0);
  const later = scripts.filter((path) => outputs[path]?.entryPoint !== undefined && !known.has(path));
  return [
    ...(outputs[entry] === undefined ? [] : [/** @type {Size} */ ({ what: 'entry', budget: 'entry', bytes: sum(withEntry) })]),
    ...(chart.length === 0 ? [] : [/** @type {Size} */ ({ what: 'charts', budget: 'chart', bytes: sum(chart) })]),
    ...later.map((path) => /** @type {Size} */ ({
      what: outputs[path]?.entryPoint, budget: 'element', bytes: sum([...loadedWith(outputs, path)].filter((each) => !known.has(each))),
    })),
  ];
}

/**
 * Sentences about what is too big or not there, none when all is well.
 * @param {Size[]} sizes
 * @param {Record<Size['budget'], number>} budgets
 */
export function complaintsAbout(sizes, budgets) {
  const missing = /** @type {Size['budget'][]} */ (Object.keys(budgets)).filter((budget) => !sizes.some((size) => size.budget === budget));
  return [
    ...missing.map((budget) => `${budget}: no file falls under this budget`),
    ...sizes.filter((size) => size.bytes > budgets[size.budget]).map((size) => `${size.what}: ${size.bytes} bytes are more than ${budgets[size.budget]}`),
  ];
}

/**
 * A file and all that it imports before it runs.
 * @param {Record<string, Output>} outputs
 * @param {string} path
 * @param {Set<string>} seen
 */
function loadedWith(outputs, path, seen = new Set()) {
  const output = outputs[path];
  if (output === undefined || seen.has(path)) return seen;
  seen.add(path);
  for (const { path: next, kind } of output.imports) if (kind === 'import-statement') loadedWith(outputs, next, seen);
  return seen;
}

/** @param {Output | undefined} output */
const usesCharts = (output) => Object.keys(output?.inputs ?? {}).some((input) => input.includes(chartLibrary));

function main() {
  if (!existsSync(join(root, 'widgets/index.ts'))) return console.log('no widgets yet, nothing to weigh');
  const { outputs } = JSON.parse(readFileSync(join(root, 'dist/widgets.meta.json'), 'utf8'));
  const { sizeBudgets } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const sizes = sizesOf(outputs, (path) => gzipSync(readFileSync(join(root, path))).byteLength);
  const widest = Math.max(...sizes.map(({ what }) => what.length));
  for (const { what, budget, bytes } of sizes) console.log(`${what.padEnd(widest)}  ${String(bytes).padStart(6)} of ${String(sizeBudgets[budget]).padStart(6)} bytes`);
  const complaints = complaintsAbout(sizes, sizeBudgets);
  for (const complaint of complaints) console.error(`size: ${complaint}`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
