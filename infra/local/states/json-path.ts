/** One step of a path: a member, an index from the start or (negative) the end, or all children. */
type Step = { member: string } | { index: number } | { all: true };

export interface JsonPath {
  steps: Step[];
  /** What the path selects: a value or undefined; with a wildcard the array of all matches. */
  get(root: unknown): unknown;
}

const STEP = /\.([\p{L}_][\p{L}\p{N}_-]*)|\.(\*)|\[\s*(-?\d+)\s*\]|\[\s*(\*)\s*\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/uy;

/** Parses what follows `$` in a JSONPath. Throws a SyntaxError for filters, slices, `..` and other parts that the laptop does not evaluate. */
export function parsePath(text: string): JsonPath {
  if (!text.startsWith('$')) throw new SyntaxError(`'${text}' is not a JSONPath`);
  const steps: Step[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const start = STEP.lastIndex;
    const match = STEP.exec(text);
    if (!match) throw new SyntaxError(`The laptop does not evaluate '${text.slice(start)}' in the JSONPath '${text}'`);
    const [, name, anyName, index, anyIndex, single, double] = match;
    const quoted = single ?? double;
    if (name !== undefined) steps.push({ member: name });
    else if (quoted !== undefined) steps.push({ member: quoted.replaceAll(/\\(.)/g, '$1') });
    else if (index !== undefined) steps.push({ index: Number(index) });
    else if (anyName ?? anyIndex) steps.push({ all: true });
  }
  const definite = steps.every((step) => !('all' in step));
  return {
    steps,
    get: (root) => {
      const found = steps.reduce<unknown[]>((values, step) => values.flatMap((value) => children(value, step)), [root]);
      return definite ? found[0] : found;
    },
  };
}

/** A copy of `root` with `value` at a path made of member names and indexes; missing objects on the way are created. */
export function withValueAt(root: unknown, path: JsonPath, value: unknown): unknown {
  const place = (current: unknown, depth: number): unknown => {
    const step = path.steps[depth];
    if (!step) return value;
    if ('member' in step) {
      const object = isObject(current) ? current : {};
      return { ...object, [step.member]: place(object[step.member], depth + 1) };
    }
    if ('all' in step || !Array.isArray(current)) throw new TypeError('not a reference path into this value');
    return current.map((item: unknown, index) => (index === step.index ? place(item, depth + 1) : item));
  };
  return place(root, 0);
}

function children(value: unknown, step: Step): unknown[] {
  if ('all' in step) return isObject(value) ? Object.values(value) : [];
  if ('member' in step) return isObject(value) && !Array.isArray(value) && Object.hasOwn(value, step.member) ? [value[step.member]] : [];
  if (!Array.isArray(value)) return [];
  const item: unknown = value.at(step.index);
  return item === undefined ? [] : [item];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
