// The widgets as editors and catalogues read them: custom-elements.json, made of the class documentation in the sources.

const documentedClass = /\/\*\*(?<doc>(?:(?!\*\/)[\s\S])*)\*\/\s*export (?:abstract )?class (?<name>\w+)(?:<[^{]*?>)? extends (?<parent>\w+)/g;
const listOf = /** @type {const} */ ({ attr: 'attributes', fires: 'events', csspart: 'cssParts' });

/** @typedef {{ name: string, description: string }} Member */
/** @typedef {{ path: string, name: string, parent: string, tag: string | null, description: string, attributes: Member[], events: Member[], cssParts: Member[] }} ElementClass */

/**
 * The manifest, schema 1.0.0, of all classes documented with `@element`; what a class inherits from is added to it.
 * @param {{ path: string, text: string }[]} sources path from the root, and the text of each
 */
export function elementManifest(sources) {
  const classes = sources.flatMap(({ path, text }) => [...text.matchAll(documentedClass)].map(({ groups }) => readClass(path, groups ?? {})));
  const elements = classes.filter(({ tag }) => tag !== null).sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: elements.map((element) => ({ kind: 'javascript-module', path: element.path, declarations: [declarationOf(element, classes)], exports: exportsOf(element) })),
  };
}

/**
 * @param {string} path
 * @param {Record<string, string>} groups
 * @returns {ElementClass}
 */
function readClass(path, { doc = '', name = '', parent = '' }) {
  const [description = '', ...tags] = doc.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trim()).join(' ').trim().split(/\s(?=@\w)/);
  /** @type {ElementClass} */
  const found = { path, name, parent, tag: null, description: description.trim(), attributes: [], events: [], cssParts: [] };
  for (const entry of tags) {
    const [, tag = '', subject = '', text = ''] = /^@(\w+) ([\w-]+)(?: - ([\s\S]*))?$/.exec(entry.trim()) ?? [];
    if (tag === 'element') found.tag = subject;
    else if (tag in listOf) found[listOf[/** @type {keyof typeof listOf} */ (tag)]].push({ name: subject, description: text.trim() });
  }
  return found;
}

/** @param {ElementClass} element @param {ElementClass[]} classes */
function declarationOf(element, classes) {
  const line = [element];
  for (let above; (above = classes.find(({ name }) => name === line.at(-1)?.parent));) line.push(above);
  const all = (/** @type {'events' | 'cssParts'} */ list) => line.flatMap((each) => each[list]);
  return {
    kind: 'class', customElement: true, name: element.name, tagName: element.tag, description: element.description,
    attributes: element.attributes.map((attribute) => ({ ...attribute, type: { text: 'string' } })),
    events: all('events').map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
    cssParts: all('cssParts'),
  };
}

/** @param {ElementClass} element */
function exportsOf({ name, path, tag }) {
  const declaration = { name, module: path };
  return [{ kind: 'js', name, declaration }, { kind: 'custom-element-definition', name: tag, declaration }];
}
