// Tells which parts of `dist` are older than their sources. CommonJS, because it runs before every `guibin` command
// and Node.js starts 5 milliseconds sooner when nothing is an ES module.
const { readdirSync, readFileSync, statSync } = require('node:fs');

const root = `${__dirname}/..`;
const sourcesOfAll = ['infra/build.mjs', 'infra/stale.cjs', 'package-lock.json', 'tsconfig.json'];

/** From which sources each part is built. */
const sourcesOf = {
  functions: ['functions'],
  widgets: ['widgets', 'functions/contract', 'infra/shorten-templates.mjs', 'infra/element-manifest.mjs'],
  portal: ['widgets/portal'],
  command: ['infra/cli', 'functions/contract', 'functions/domain'],
};
/** @typedef {keyof typeof sourcesOf} Part */

exports.allParts = /** @type {Part[]} */ (Object.keys(sourcesOf));

/**
 * Those of the given parts, or of all, whose sources are newer than what was built from them.
 * @param {Part[]} names
 */
exports.staleParts = function staleParts(names = exports.allParts) {
  return names.filter((name) => {
    const builtAt = changedAt(exports.stampOf(name));
    return sourcesOfAll.concat(sourcesOf[name]).some((path) => newestIn(`${root}/${path}`) > builtAt);
  });
};

/**
 * Whether the `guibin` command, or one of its subcommands, is older than a file it was made from. Looks only at those files, a quarter of the part’s, because it is asked at every start.
 * @param {string | undefined} subcommand
 */
exports.isCommandStale = function isCommandStale(subcommand) {
  const builtAt = changedAt(exports.stampOf('command'));
  const files = ['guibin', subcommand].flatMap((name) => sourcesIn(exports.sourcesListOf(`dist/cli/${name}.cjs`)));
  return files.length === 0 || sourcesOfAll.concat(files).some((path) => changedAt(`${root}/${path}`, Infinity) > builtAt);
};

/**
 * Where it is written from which files a bundle was made.
 * @param {string} bundle
 */
exports.sourcesListOf = function sourcesListOf(bundle) {
  return bundle.replace(/cjs$/, 'sources');
};

/** @param {string} list @returns {string[]} none where nothing of that name was built */
function sourcesIn(list) {
  try {
    return readFileSync(`${root}/${list}`, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * The file whose time says when a part was last built.
 * @param {Part} name
 */
exports.stampOf = function stampOf(name) {
  return `${root}/dist/.built-${name}`;
};

/**
 * When the newest file of a folder, or a file itself, was changed. A few hundred files one after the other take a third of the time of all at once,
 * and paths put together as text half of that of `join`.
 * @param {string} path
 * @returns {number}
 */
function newestIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  let newest = found.mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const each = `${path}/${entry.name}`;
    newest = Math.max(newest, entry.isDirectory() ? newestIn(each) : changedAt(each));
  }
  return newest;
}

/**
 * When a file was changed, in milliseconds.
 * @param {string} path
 * @param {number} [missing] the answer for a file that is not there
 */
function changedAt(path, missing = 0) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? missing;
}
