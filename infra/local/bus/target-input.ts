import { parsePath } from '../states/json-path.ts';
import type { RuleTarget } from '../template/properties.ts';

type TargetInput = (event: Record<string, unknown>, eventText: string) => string;

/** Compiles what a rule hands to its target: the whole event, a constant, a part of it, or a filled-in template. */
export function compileTargetInput({ Input: constant, InputPath: inputPath, InputTransformer: transformer }: RuleTarget): TargetInput {
  if (constant !== undefined) return () => constant;
  if (inputPath !== undefined) {
    const path = parsePath(inputPath);
    return (event) => JSON.stringify(path.get(event) ?? null);
  }
  if (!transformer) return (_, eventText) => eventText;
  const paths = Object.entries(transformer.InputPathsMap).map(([name, text]) => [name, parsePath(text)] as const);
  return (event, eventText) => {
    const values = new Map(paths.map(([name, path]) => [name, path.get(event)]));
    return filled(transformer.InputTemplate, (name) => {
      if (name === 'aws.events.event.json' || name === 'aws.events.event') return JSON.parse(eventText) as unknown;
      if (name === 'aws.events.event.ingestion-time') return event['time'];
      return values.get(name);
    });
  };
}

/** Replaces `<name>`: inside quotes by the bare text, elsewhere by JSON. */
function filled(template: string, valueOf: (name: string) => unknown): string {
  let quoted = false;
  return template.replaceAll(/\\.|"|<([\w.-]+)>/g, (part, name: string | undefined) => {
    if (part === '"') quoted = !quoted;
    if (name === undefined) return part;
    const value = valueOf(name);
    if (!quoted) return JSON.stringify(value ?? '');
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });
}
