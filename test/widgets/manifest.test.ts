import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { elementManifest } from '../../infra/element-manifest.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const { customElements } = JSON.parse(read('package.json')) as { customElements: string };
const { modules } = JSON.parse(read(customElements)) as ReturnType<typeof elementManifest>;
const described = modules.map(({ path, declarations: [declaration] }) => ({ path, ...declaration! }));

describe('the manifest of the widgets', () => {
  it('describes every element that a page can use, and no other', () => {
    const defined = [...read('widgets/index.ts').matchAll(/'(vip-[\w-]+)'/g)].map(([, tag]) => tag);
    expect(new Set(described.map(({ tagName }) => tagName))).toEqual(new Set(defined));
  });

  it.each(described)('says of $tagName what it is and knows each of its attributes', ({ path, description, attributes }) => {
    const own = /(?:attributes|observedAttributes) = \[(.*?)\]/.exec(read(path))?.[1] ?? '';
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(attributes.map(({ name }) => name)).toEqual([...own.matchAll(/'([\w-]+)'/g)].map(([, name]) => name));
    for (const attribute of attributes) expect(attribute.description, attribute.name).toMatch(/\.$/);
  });

  it('adds what all widgets share to each of them', () => {
    const risk = described.find(({ tagName }) => tagName === 'vip-at-risk')!;
    expect(risk.events.map(({ name }) => name)).toEqual(['vip-select', 'vip-ready', 'vip-error']);
    expect(risk.cssParts.map(({ name }) => name)).toEqual(['row', 'base']);
  });

  it('reads a description over several lines and a tag over two', () => {
    const text = '/**\n * First line\n * and second.\n *\n * @element x-y\n * @attr a - One\n *   and two.\n */\nexport class Y extends Z<readonly [number]> {}';
    expect(elementManifest([{ path: 'y.ts', text }]).modules[0]!.declarations[0]).toMatchObject({ tagName: 'x-y', description: 'First line and second.', attributes: [{ name: 'a', description: 'One and two.' }] });
  });
});
