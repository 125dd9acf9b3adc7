import { compileOperator, type Leaf } from './pattern-operators.ts';

export type EventMatcher = (event: Record<string, unknown>) => boolean;

/**
 * Compiles an EventBridge event pattern. Fields of one object must all match; the values listed for a field
 * are alternatives; `$or` joins alternatives of whole fields; an event array matches when any of its items does.
 * Throws a SyntaxError for an operator that EventBridge does not document.
 */
export function compilePattern(pattern: Record<string, unknown>): EventMatcher {
  const object = compileObject(pattern);
  return (event) => object(event);
}

type Node = (value: unknown) => boolean;

function compileObject(pattern: Record<string, unknown>): Node {
  if (Object.keys(pattern).length === 0) throw new SyntaxError('An event pattern must not be empty');
  const fields = Object.entries(pattern).map(([name, condition]): Node => {
    if (name === '$or' && isAlternatives(condition)) {
      const alternatives = condition.map(compileObject);
      return (value) => alternatives.some((alternative) => alternative(value));
    }
    const node = compileNode(name, condition);
    return (value) => node(isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
  });
  const matches: Node = (value) => fields.every((field) => field(value));
  // Items of an array of objects are tried one by one, so that two fields must hold in the same item.
  return (value) => (Array.isArray(value) ? value.some(matches) : matches(value));
}

function compileNode(name: string, condition: unknown): Node {
  if (Array.isArray(condition)) {
    if (condition.length === 0) throw new SyntaxError(`The list of values for '${name}' must not be empty`);
    const alternatives = condition.map((item: unknown) => compileLeaf(item));
    return (value) => alternatives.some((alternative) => anyItem(alternative, value));
  }
  if (isObject(condition)) return compileObject(condition);
  throw new SyntaxError(`The value of '${name}' must be a list or an object`);
}

function compileLeaf(condition: unknown): Leaf {
  if (isObject(condition) && !Array.isArray(condition)) {
    const [operator, ...others] = Object.entries(condition);
    if (!operator || others.length > 0) throw new SyntaxError(`A condition has exactly one operator: ${JSON.stringify(condition)}`);
    return compileOperator(operator[0], operator[1]);
  }
  return { wholeValue: false, test: (value) => value === condition };
}

function anyItem({ test, wholeValue }: Leaf, value: unknown): boolean {
  return Array.isArray(value) && !wholeValue ? value.some((item) => test(item)) : test(value);
}

function isAlternatives(condition: unknown): condition is Record<string, unknown>[] {
  return Array.isArray(condition) && condition.length > 1 && condition.every((item) => isObject(item) && !Array.isArray(item));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
