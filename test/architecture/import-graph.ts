import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One import statement: paths from the root of the repository, or the name of a package. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly ofPackage: boolean;
  /** Whether it is gone when the program runs. */
  readonly typeOnly: boolean;
  /** Whether it is made while the program runs, when all that was imported before is there. */
  readonly onDemand?: boolean;
}
export interface ImportGraph {
  readonly modules: readonly string[];
  readonly imports: readonly Import[];
}

/** All TypeScript sources below the given folders, as paths from the root of the repository. */
export async function sourcesIn(...folders: string[]): Promise<string[]> {
  const found = await Promise.all(folders.map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true });
    return entries.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).map((name) => join(folder, name).split(sep).join('/'));
  }));
  return found.flat().sort();
}

/** The text of a source, by its path from the root of the repository. */
export const textOf = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

/** Every import of the given sources, read by the same parser that builds the product. */
export async function importGraph(sources: readonly string[]): Promise<ImportGraph> {
  const [running, all] = await Promise.all([importsOf(sources, []), importsOf(sources, [typesAsValues])]);
  const key = (each: { from: string; to: string }) => `${each.from} > ${each.to}`;
  const runs = new Set(running.map(key));
  return { modules: sources, imports: all.map((each) => ({ ...each, typeOnly: !runs.has(key(each)) })) };
}

async function importsOf(sources: readonly string[], plugins: Plugin[]): Promise<Omit<Import, 'typeOnly'>[]> {
  const { metafile } = await build({
    absWorkingDir: root, entryPoints: [...sources], outdir: 'dist/never-written', write: false, metafile: true, plugins: [onlyNamed, ...plugins],
    bundle: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'silent',
  });
  return Object.entries(metafile.inputs).flatMap(([from, input]) => input.imports.filter(({ path }) => path !== helpersOfParser).map(({ path, kind }) => (
    { ...(path.startsWith(local) ? { from, to: path.slice(local.length), ofPackage: false } : { from, to: path, ofPackage: true }), onDemand: kind === 'dynamic-import' }
  )));
}

const helpersOfParser = '<runtime>';
const local = 'local:';
/** Notes what a relative import points to without following it: every source is an entry of its own. */
const onlyNamed: Plugin = {
  name: 'only-named',
  setup(building) {
    building.onResolve({ filter: /^\./ }, ({ path, importer, kind }) => (
      kind === 'entry-point' ? undefined : { path: local + relative(root, join(dirname(importer), path)).split(sep).join('/'), external: true }
    ));
  },
};

/** Makes the parser see `import type` and `export type … from`, which it would drop. */
const typesAsValues: Plugin = {
  name: 'types-as-values',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replaceAll(/^(import|export) type (?=[\w{*])(?=[^;=]*\bfrom\b)/gm, '$1 '), loader: 'ts' };
    });
  },
};
