import { parseExpression, type Expression } from './expression.ts';

/** Compiles a payload template: members whose name ends in `.$` are expressions, all else is literal. */
export function compileTemplate(template: unknown): Expression {
  if (Array.isArray(template)) {
    const items = template.map(compileTemplate);
    return (scope) => items.map((item) => item(scope));
  }
  if (typeof template !== 'object' || template === null) return () => template;
  const members = Object.entries(template).map(([name, value]): [string, Expression] => {
    if (!name.endsWith('.$')) return [name, compileTemplate(value)];
    if (typeof value !== 'string') throw new SyntaxError(`${name} must hold a path or an intrinsic function`);
    return [name.slice(0, -2), parseExpression(value)];
  });
  return (scope) => Object.fromEntries(members.map(([name, expression]) => [name, expression(scope)]));
}
