import { readFile } from 'node:fs/promises';

/** Takes indentation out of the widgets' style templates, which a bundler has to leave alone because they are strings. */
export const shortenTemplates = {
  name: 'shorten-templates',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /widgets[\\/].*\.ts$/ }, async ({ path }) => ({ contents: shortened(await readFile(path, 'utf8')), loader: 'ts' }));
  },
};

/**
 * Source text whose `css` templates have lost all white space that means nothing.
 * @param {string} source
 */
export function shortened(source) {
  return source.replaceAll(/css`[^`]*`/g, (rules) => rules
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/(?<=[\w-]): /g, ':')
    .replaceAll(';}', '}'));
}
