import { INTRINSICS } from './intrinsic-functions.ts';
import { parsePath } from './json-path.ts';
import { StateError } from './state-error.ts';

/** What an expression can see: the state's input as `$` and the context object as `$$`. */
export interface Scope {
  input: unknown;
  context: unknown;
}
export type Expression = (scope: Scope) => unknown;

const LITERAL = /\s*(?:'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?)|(true|false|null)(?![\w.]))\s*/y;
const CALL = /\s*(States\.\w+)\(/y;
const PATH = /\s*(\$\$?(?:\[[^\]]*\]|[^\s,()[\]])*)\s*/y;

/** Parses a path (`$.a`), a path into the context object (`$$.Execution.Name`) or an intrinsic function (`States.Format('…', $.a)`). Throws a SyntaxError for what the laptop cannot evaluate. */
export function parseExpression(text: string): Expression {
  let position = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = position;
    const match = pattern.exec(text) ?? undefined;
    if (match) position = pattern.lastIndex;
    return match;
  };
  const fail = () => new SyntaxError(`The laptop cannot evaluate '${text}' at '${text.slice(position)}'`);

  const call = (name: string): Expression => {
    const compute = INTRINSICS[name];
    if (!compute) throw new SyntaxError(`The laptop does not know the intrinsic function ${name}`);
    const parameters: Expression[] = [];
    while (!take(/\s*\)\s*/y)) {
      if (parameters.length > 0 && !take(/\s*,/y)) throw fail();
      parameters.push(term());
    }
    return (scope) => {
      const values = parameters.map((parameter) => parameter(scope));
      try {
        return compute(values);
      } catch (error) {
        throw new StateError('States.IntrinsicFailure', `${text}: ${(error as Error).message}`);
      }
    };
  };
  const term = (): Expression => {
    const literal = take(LITERAL);
    if (literal) {
      const [, quoted, number, word] = literal;
      const value: unknown = quoted !== undefined ? quoted.replaceAll(/\\([\s\S])/g, (all, char: string) => ('{}'.includes(char) ? all : char)) : JSON.parse(number ?? word ?? 'null');
      return () => value;
    }
    const called = take(CALL);
    if (called) return call(called[1] ?? '');
    const path = take(PATH);
    if (path) return pathExpression(path[1] ?? '');
    throw fail();
  };

  const expression = term();
  if (position !== text.length) throw fail();
  return expression;
}

function pathExpression(text: string): Expression {
  const inContext = text.startsWith('$$');
  const path = parsePath(inContext ? text.slice(1) : text);
  return ({ input, context }) => {
    const value = path.get(inContext ? context : input);
    if (value === undefined) throw new StateError('States.ParameterPathFailure', `The path '${text}' selects nothing in the input`);
    return value;
  };
}
