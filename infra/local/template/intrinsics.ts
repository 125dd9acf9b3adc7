import { UnsupportedTemplateError } from '../errors.ts';
import type { Template } from './assembly.ts';

/** What a template may ask of its surroundings: pseudo parameters, parameter values, attributes of resources. */
export interface Surroundings {
  template: Pick<Template, 'Parameters' | 'Mappings' | 'Conditions'>;
  parameters: Record<string, string>;
  pseudo: Record<string, string>;
  /** Attribute of a resource; the attribute named `Ref` is what `Ref` gives. */
  attributeOf(logicalId: string, attribute: string): string;
}

export interface Resolver {
  /** The value with every intrinsic function replaced by what it stands for; `AWS::NoValue` members are gone. */
  resolve: (value: unknown) => unknown;
  /** Whether a named condition holds; no name means yes. */
  holds: (condition: string | undefined) => boolean;
}

type Compute = (argument: unknown) => unknown;
const NO_VALUE = Symbol('AWS::NoValue');

/** A resolver for CloudFormation's intrinsic functions; those that reach outside the stack are refused. */
export function createResolver(surroundings: Surroundings): Resolver {
  const { template, parameters, pseudo } = surroundings;

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== NO_VALUE);
    if (!isObject(value)) return value;
    const keys = Object.keys(value);
    const [name] = keys;
    if (keys.length === 1 && name && (name === 'Ref' || name === 'Condition' && typeof value[name] === 'string' || name.startsWith('Fn::'))) {
      const compute = functions[name];
      if (!compute) throw new UnsupportedTemplateError(`${name} ${JSON.stringify(value[name])} cannot be resolved on a laptop`);
      return compute(value[name]);
    }
    const entries = Object.entries(value).map(([key, item]) => [key, resolve(item)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== NO_VALUE));
  };

  const reference = (name: string): unknown => {
    if (name === 'AWS::NoValue') return NO_VALUE;
    if (name in pseudo) return pseudo[name];
    if (name.startsWith('AWS::')) throw new UnsupportedTemplateError(`Pseudo parameter ${name} has no value on a laptop`);
    const parameter = template.Parameters[name];
    if (!parameter) return surroundings.attributeOf(name, 'Ref');
    const value = parameters[name] ?? parameter.Default;
    if (value === undefined) throw new UnsupportedTemplateError(`Parameter ${name} has no default and no local value`);
    return /^(CommaDelimitedList|List<.*>)$/.test(parameter.Type) ? (typeof value === 'string' ? value : JSON.stringify(value)).split(',') : value;
  };

  const holds = (condition: string | undefined): boolean => {
    if (condition === undefined) return true;
    if (!(condition in template.Conditions)) throw new UnsupportedTemplateError(`Condition ${condition} is not defined`);
    return resolve(template.Conditions[condition]) === true;
  };

  const list = (argument: unknown): unknown[] => {
    const items = resolve(argument);
    if (!Array.isArray(items)) throw new UnsupportedTemplateError(`${JSON.stringify(argument)} should be a list`);
    return items;
  };

  const attribute: Compute = (argument) => {
    const [logicalId, ...path] = typeof argument === 'string' ? argument.split('.') : list(argument).map(String);
    return surroundings.attributeOf(logicalId ?? '', path.join('.'));
  };

  const substitute: Compute = (argument) => {
    const [text, variables] = typeof argument === 'string' ? [argument, {}] : list(argument);
    const own = isObject(variables) ? variables : {};
    return String(text).replaceAll(/\$\{([^!][^}]*)\}/g, (_, name: string) => {
      if (name in own) return String(own[name]);
      return String(name.includes('.') ? attribute(name) : reference(name));
    }).replaceAll('${!', '${');
  };

  const functions: Record<string, Compute> = {
    Ref: (name) => reference(String(name)),
    Condition: (name) => holds(String(name)),
    'Fn::GetAtt': attribute,
    'Fn::Sub': substitute,
    'Fn::Join': (argument) => {
      const [separator, parts] = list(argument);
      return (parts as unknown[]).map(String).join(String(separator));
    },
    'Fn::Split': (argument) => {
      const [separator, text] = list(argument);
      return String(text).split(String(separator));
    },
    'Fn::Select': (argument) => {
      const [index, items] = list(argument);
      return (items as unknown[])[Number(index)];
    },
    'Fn::FindInMap': (argument) => {
      const [map, key, name] = list(argument).map(String);
      const value = template.Mappings[map ?? '']?.[key ?? '']?.[name ?? ''];
      if (value === undefined) throw new UnsupportedTemplateError(`Mapping ${map}.${key}.${name} is not defined`);
      return value;
    },
    'Fn::If': (argument) => {
      const [condition, yes, no] = argument as unknown[];
      return resolve(holds(String(condition)) ? yes : no);
    },
    'Fn::Equals': (argument) => {
      const [left, right] = list(argument);
      return String(left) === String(right);
    },
    'Fn::Not': (argument) => list(argument)[0] !== true,
    'Fn::And': (argument) => list(argument).every((item) => item === true),
    'Fn::Or': (argument) => list(argument).some((item) => item === true),
    'Fn::Base64': (argument) => Buffer.from(String(resolve(argument))).toString('base64'),
    'Fn::GetAZs': () => ['local-1a', 'local-1b'],
    'Fn::ToJsonString': (argument) => JSON.stringify(resolve(argument)),
  };
  return { resolve, holds };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
