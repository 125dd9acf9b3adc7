import { parseExpression, type Scope } from './expression.ts';
import { StateError } from './state-error.ts';

type Test = (value: unknown, operand: unknown) => boolean;
export type Condition = (scope: Scope) => boolean;

const strings = (compare: (left: string, right: string) => boolean): Test => (value, operand) => typeof value === 'string' && typeof operand === 'string' && compare(value, operand);
const numbers = (compare: (left: number, right: number) => boolean): Test => (value, operand) => typeof value === 'number' && typeof operand === 'number' && compare(value, operand);
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const isTimestamp = (value: unknown): value is string => typeof value === 'string' && TIMESTAMP.test(value);
const times = (compare: (left: number, right: number) => boolean): Test => (value, operand) => isTimestamp(value) && isTimestamp(operand) && compare(Date.parse(value), Date.parse(operand));

const COMPARISONS: Readonly<Record<string, Test>> = {
  StringEquals: strings((left, right) => left === right),
  StringLessThan: strings((left, right) => left < right),
  StringGreaterThan: strings((left, right) => left > right),
  StringLessThanEquals: strings((left, right) => left <= right),
  StringGreaterThanEquals: strings((left, right) => left >= right),
  StringMatches: strings((value, pattern) => wildcard(pattern).test(value)),
  NumericEquals: numbers((left, right) => left === right),
  NumericLessThan: numbers((left, right) => left < right),
  NumericGreaterThan: numbers((left, right) => left > right),
  NumericLessThanEquals: numbers((left, right) => left <= right),
  NumericGreaterThanEquals: numbers((left, right) => left >= right),
  BooleanEquals: (value, operand) => typeof value === 'boolean' && value === operand,
  TimestampEquals: times((left, right) => left === right),
  TimestampLessThan: times((left, right) => left < right),
  TimestampGreaterThan: times((left, right) => left > right),
  TimestampLessThanEquals: times((left, right) => left <= right),
  TimestampGreaterThanEquals: times((left, right) => left >= right),
  IsNull: (value, operand) => (value === null) === operand,
  IsString: (value, operand) => (typeof value === 'string') === operand,
  IsNumeric: (value, operand) => (typeof value === 'number') === operand,
  IsBoolean: (value, operand) => (typeof value === 'boolean') === operand,
  IsTimestamp: (value, operand) => isTimestamp(value) === operand,
};

/** Compiles the condition of a Choice rule. Throws a SyntaxError for a comparison that the laptop does not know. */
export function compileCondition(rule: Record<string, unknown>): Condition {
  const { And: all, Or: any, Not: none, Variable: variable, Comment: comment, ...rest } = rule;
  if (comment !== undefined && typeof comment !== 'string') throw new SyntaxError('A Comment is a text');
  if (Array.isArray(all)) return every(all.map((part) => compileCondition(part as Record<string, unknown>)));
  if (Array.isArray(any)) return some(any.map((part) => compileCondition(part as Record<string, unknown>)));
  if (none) {
    const condition = compileCondition(none as Record<string, unknown>);
    return (scope) => !condition(scope);
  }
  const [operator = '', ...others] = Object.keys(rest);
  if (typeof variable !== 'string' || others.length > 0) throw new SyntaxError(`A Choice rule needs a Variable and one comparison: ${JSON.stringify(rule)}`);
  const value = parseExpression(variable);
  if (operator === 'IsPresent') return (scope) => isPresent(value, scope) === rest[operator];
  const fromPath = operator.endsWith('Path');
  const test = COMPARISONS[fromPath ? operator.slice(0, -4) : operator];
  if (!test) throw new SyntaxError(`The laptop does not know the comparison '${operator}'`);
  const operand = fromPath ? parseExpression(String(rest[operator])) : () => rest[operator];
  return (scope) => test(value(scope), operand(scope));
}

function every(conditions: Condition[]): Condition {
  return (scope) => conditions.every((condition) => condition(scope));
}

function some(conditions: Condition[]): Condition {
  return (scope) => conditions.some((condition) => condition(scope));
}

function isPresent(value: (scope: Scope) => unknown, scope: Scope): boolean {
  try {
    value(scope);
    return true;
  } catch (error) {
    if (error instanceof StateError) return false;
    throw error;
  }
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replaceAll(/\\\*|\*|[.+?^${}()|[\]\\]/g, (part) => (part === '*' ? '.*' : part === String.raw`\*` ? part : `\\${part}`));
  return new RegExp(`^${source}$`, 's');
}
