import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** A test of one field. With `wholeValue` an array is given as it is, otherwise item by item. */
export interface Leaf {
  wholeValue: boolean;
  test: (value: unknown) => boolean;
}
type Test = (value: unknown) => boolean;

const leaf = (test: Test): Leaf => ({ wholeValue: false, test });

const OPERATORS: Readonly<Record<string, (operand: unknown) => Leaf>> = {
  prefix: (operand) => leaf(onText(operand, (value, start) => value.startsWith(start))),
  suffix: (operand) => leaf(onText(operand, (value, end) => value.endsWith(end))),
  'equals-ignore-case': (operand) => leaf(ignoringCase(operand, (value, expected) => value === expected)),
  wildcard: (operand) => leaf(wildcard(operand)),
  'anything-but': anythingBut,
  numeric: (operand) => leaf(numeric(operand)),
  cidr: (operand) => leaf(cidr(operand)),
  exists,
};

/** Compiles one documented operator such as `{"prefix": "vip-"}`. Throws a SyntaxError for any other. */
export function compileOperator(name: string, operand: unknown): Leaf {
  const operator = OPERATORS[name];
  if (!operator) throw new SyntaxError(`'${name}' is not an operator of event patterns`);
  return operator(operand);
}

/** `exists` only looks at leaf values, so an object in the event counts as absent. */
function exists(operand: unknown): Leaf {
  if (typeof operand !== 'boolean') throw new SyntaxError('exists takes true or false');
  const present: Test = (value) => value !== undefined && (value === null || typeof value !== 'object' || Array.isArray(value));
  return { wholeValue: true, test: (value) => present(value) === operand };
}

/** Matches when the field is there and no item of it is one of the excluded values. */
function anythingBut(operand: unknown): Leaf {
  const excluded = excludedBy(operand);
  return {
    wholeValue: true,
    test: (value) => value !== undefined && (Array.isArray(value) ? !value.some((item) => excluded(item)) : !excluded(value)),
  };
}

function excludedBy(operand: unknown): Test {
  if (typeof operand === 'object' && operand !== null && !Array.isArray(operand)) {
    const [[name, inner] = ['', ''], ...others] = Object.entries(operand as Record<string, unknown>);
    if (others.length > 0 || !['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(name)) {
      throw new SyntaxError(`anything-but does not take ${JSON.stringify(operand)}`);
    }
    const tests = (Array.isArray(inner) ? inner : [inner]).map((item: unknown) => compileOperator(name, item).test);
    return (value) => tests.some((test) => test(value));
  }
  const values: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (values.length === 0 || values.some((value) => typeof value !== 'string' && typeof value !== 'number')) {
    throw new SyntaxError('anything-but takes strings, numbers or one operator');
  }
  return (value) => values.some((item) => item === value);
}

function onText(operand: unknown, compare: (value: string, operand: string) => boolean): Test {
  if (typeof operand === 'object' && operand !== null && 'equals-ignore-case' in operand) return ignoringCase(operand['equals-ignore-case'], compare);
  const expected = text(operand);
  return (value) => typeof value === 'string' && compare(value, expected);
}

function ignoringCase(operand: unknown, compare: (value: string, operand: string) => boolean): Test {
  const expected = text(operand).toLowerCase();
  return (value) => typeof value === 'string' && compare(value.toLowerCase(), expected);
}

function wildcard(operand: unknown): Test {
  const pattern = text(operand);
  if (pattern.includes('**')) throw new SyntaxError(`'${pattern}' has two wildcards in a row`);
  const source = pattern.replaceAll(/\\([*\\])|\*|[.+?^${}()|[\]\\]/g, (part, escaped: string | undefined) => (escaped ? `\\${escaped}` : part === '*' ? '.*' : `\\${part}`));
  const expression = new RegExp(`^${source}$`, 's');
  return (value) => typeof value === 'string' && expression.test(value);
}

const COMPARISONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** One comparison or a range of two, such as `[">", 0, "<=", 5]`; event values must be numbers. */
function numeric(operand: unknown): Test {
  const parts: unknown[] = Array.isArray(operand) ? operand : [];
  if (parts.length !== 2 && parts.length !== 4) throw new SyntaxError('numeric takes one comparison or a range of two');
  const tests = Array.from({ length: parts.length / 2 }, (_, index): ((value: number) => boolean) => {
    const compare = COMPARISONS[String(parts[index * 2])];
    const limit = parts[index * 2 + 1];
    if (!compare || typeof limit !== 'number') throw new SyntaxError(`numeric does not take ${JSON.stringify(operand)}`);
    return (value) => compare(value, limit);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function cidr(operand: unknown): Test {
  const [address = '', bits] = text(operand).split('/');
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  if (!isIPv4(address) && !isIPv6(address)) throw new SyntaxError(`'${text(operand)}' is not a block of addresses`);
  const block = new BlockList();
  block.addSubnet(address, Number(bits), family);
  return (value) => typeof value === 'string' && (isIPv4(value) ? block.check(value, 'ipv4') : isIPv6(value) && block.check(value, 'ipv6'));
}

function text(operand: unknown): string {
  if (typeof operand !== 'string') throw new SyntaxError(`${JSON.stringify(operand)} should be a string`);
  return operand;
}
