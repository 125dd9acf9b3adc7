import { z } from 'zod';
import { UnsupportedTemplateError } from '../errors.ts';
import { compileCondition, type Condition } from './choice-rule.ts';
import { parseExpression, type Expression } from './expression.ts';
import { parsePath } from './json-path.ts';
import { compileTemplate } from './payload-template.ts';

/**
 * The part of the Amazon States Language that runs here, compiled while it is read: every path, function
 * and comparison is parsed at load, and a state type or field that is not listed is refused there and then.
 */
const compiled = <T>(compile: (text: string) => T) => z.string().transform((text, issues): T => {
  try {
    return compile(text);
  } catch (error) {
    issues.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});
const expression = compiled(parseExpression);
const path = compiled(parsePath);
const template = z.unknown().transform((value, issues): Expression => {
  try {
    return compileTemplate(value);
  } catch (error) {
    issues.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

const errorNames = z.array(z.string()).min(1);
const Retrier = z.strictObject({
  ErrorEquals: errorNames,
  IntervalSeconds: z.number().min(1).default(1),
  BackoffRate: z.number().min(1).default(2),
  MaxAttempts: z.number().int().min(0).default(3),
  MaxDelaySeconds: z.number().optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});
export type Retrier = z.output<typeof Retrier>;
const Catcher = z.strictObject({ ErrorEquals: errorNames, Next: z.string(), ResultPath: path.nullable().optional() });
export type Catcher = z.output<typeof Catcher>;

const common = { Comment: z.string().optional(), InputPath: expression.nullable().optional(), OutputPath: expression.nullable().optional() };
const transition = { Next: z.string().optional(), End: z.literal(true).optional() };
const result = { ResultPath: path.nullable().optional(), ResultSelector: template.optional() };
const recovery = { Retry: z.array(Retrier).default([]), Catch: z.array(Catcher).default([]) };

const LAMBDA = /^arn:aws[a-z-]*:(states:::lambda:invoke|lambda:[^:]+:\d+:function:.+)$/;
const Task = z.strictObject({
  Type: z.literal('Task'), ...common, ...transition, ...result, ...recovery,
  Resource: z.string().regex(LAMBDA, 'only Lambda functions (arn:aws:states:::lambda:invoke or a function ARN) are run as tasks'),
  Parameters: template.optional(),
  TimeoutSeconds: z.number().optional(),
});
const Pass = z.strictObject({ Type: z.literal('Pass'), ...common, ...transition, Result: z.unknown().optional(), Parameters: template.optional(), ResultPath: path.nullable().optional() });
const Wait = z.strictObject({
  Type: z.literal('Wait'), ...common, ...transition,
  Seconds: z.number().optional(), Timestamp: z.string().optional(), SecondsPath: expression.optional(), TimestampPath: expression.optional(),
});
const Succeed = z.strictObject({ Type: z.literal('Succeed'), ...common });
const Fail = z.strictObject({
  Type: z.literal('Fail'), Comment: z.string().optional(),
  Error: z.string().optional(), Cause: z.string().optional(), ErrorPath: expression.optional(), CausePath: expression.optional(),
});
const Choice = z.strictObject({
  Type: z.literal('Choice'), ...common, Default: z.string().optional(),
  Choices: z.array(z.looseObject({ Next: z.string() }).transform(({ Next, ...rule }, issues): { next: string; holds: Condition } => {
    try {
      return { next: Next, holds: compileCondition(rule) };
    } catch (error) {
      issues.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  })),
});
const ItemProcessor: z.ZodType<Graph> = z.lazy(() => z.strictObject({
  ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE', 'only inline maps run on a laptop') }).optional(),
  Comment: z.string().optional(), StartAt: z.string(), States: z.record(z.string(), State),
}));
const MapState = z.strictObject({
  Type: z.literal('Map'), ...common, ...transition, ...result, ...recovery,
  ItemsPath: expression.optional(),
  ItemSelector: template.optional(), Parameters: template.optional(),
  MaxConcurrency: z.number().int().min(0).default(0),
  ItemProcessor,
});
const State = z.discriminatedUnion('Type', [Task, Pass, Wait, Succeed, Fail, Choice, MapState]);
const Machine = z.strictObject({
  StartAt: z.string(), States: z.record(z.string(), State),
  Comment: z.string().optional(), Version: z.literal('1.0').optional(), QueryLanguage: z.literal('JSONPath').optional(), TimeoutSeconds: z.number().optional(),
});

export type State = z.output<typeof State>;
export type TaskState = z.output<typeof Task>;
export type MapState = z.output<typeof MapState>;
/** Named states and where to begin: a whole machine, or what a Map does with each item. */
export interface Graph {
  StartAt: string;
  States: Record<string, State>;
}
export type Machine = z.output<typeof Machine>;

/** Reads a state machine definition; throws an UnsupportedTemplateError that names every state and field that would not run here. */
export function readDefinition(text: string): Machine {
  const parsed = Machine.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new UnsupportedTemplateError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  refuseDeadEnds(parsed.data);
  return parsed.data;
}

function refuseDeadEnds({ StartAt, States }: Graph): void {
  const known = (from: string, next: string | undefined) => {
    if (next === undefined || !(next in States)) throw new UnsupportedTemplateError(`${from} leads to ${next ?? 'nowhere'}, which is not a state`);
  };
  known('StartAt', StartAt);
  for (const [name, state] of Object.entries(States)) {
    if ('Catch' in state) for (const catcher of state.Catch) known(name, catcher.Next);
    if (state.Type === 'Choice') {
      for (const choice of state.Choices) known(name, choice.next);
      if (state.Default !== undefined) known(name, state.Default);
    } else if (state.Type !== 'Succeed' && state.Type !== 'Fail' && !state.End) known(name, state.Next);
    if (state.Type === 'Map') refuseDeadEnds(state.ItemProcessor);
  }
}
