import type { Criterion, Policy, Rule, Window } from './policy.ts';
import { windowBounds, type WindowBounds } from './window.ts';

/** A value that rules ask for; rules that ask for the same one share it. */
export interface Measure { criterion: Criterion; window: Window; bounds: WindowBounds }

/** A criterion with the place of its value among the measures. */
export interface CompiledCriterion {
  source: Criterion;
  measure: number;
  /** The threshold; Infinity where the criterion is a rank. */
  atLeast: number;
  /** The name of the cut that decides it, where it is a rank. */
  cut: string | null;
}

/** Ways to meet a rule: one of the lists, and all criteria in it. */
export type Alternatives = CompiledCriterion[][];

/** A rule as its ways, and its criteria once each in the order they are written. */
export interface CompiledRule { ways: Alternatives; criteria: CompiledCriterion[] }
export interface CompiledTier { entry: CompiledRule; keep: CompiledRule }

/** A policy made ready for judging very many customers. */
export interface CompiledPolicy {
  policy: Policy;
  measures: Measure[];
  tiers: CompiledTier[];
  /** Months of membership that some rule asks for. */
  monthsAsked: number[];
  /** Whether some rule compares her with others, which is known only for the as-of date. */
  relative: boolean;
}

const compiled = new WeakMap<Policy, CompiledPolicy>();
const lifetime: Window = { kind: 'lifetime' };

/** The compiled form of a policy, made once for each policy object; a policy is never changed in place. */
export function compilePolicy(policy: Policy): CompiledPolicy {
  let result = compiled.get(policy);
  if (!result) compiled.set(policy, result = compile(policy));
  return result;
}

/** The window of a criterion; what has none looks at everything. */
export function windowOf(criterion: Criterion): Window {
  return 'window' in criterion ? criterion.window : lifetime;
}

/** What a cut is called: the same percentage of the same window is the same cut. */
export function cutName(percent: number, window: Window): string {
  return `${percent} % by ${window.kind === 'rolling' ? `${window.months} months` : window.kind}`;
}

/** All criteria of a rule in the order they are written. */
export function criteriaOf(rule: Rule): Criterion[] {
  if ('all' in rule) return rule.all.flatMap(criteriaOf);
  if ('any' in rule) return rule.any.flatMap(criteriaOf);
  return [rule];
}

function compile(policy: Policy): CompiledPolicy {
  const places = new Map<string, number>();
  const measures: Measure[] = [];
  const criteria = new Map<Criterion, CompiledCriterion>();
  const compileCriterion = (source: Criterion): CompiledCriterion => {
    const key = measureKey(source);
    let measure = places.get(key);
    if (measure === undefined) {
      places.set(key, measure = measures.length);
      measures.push({ criterion: source, window: windowOf(source), bounds: windowBounds(windowOf(source)) });
    }
    const relative = source.criterion === 'top-percent';
    return { source, measure, atLeast: relative ? Infinity : source.atLeast, cut: relative ? cutName(source.percent, source.window) : null };
  };
  const compiledOnce = (source: Criterion): CompiledCriterion => {
    let criterion = criteria.get(source);
    if (!criterion) criteria.set(source, criterion = compileCriterion(source));
    return criterion;
  };
  const compileRule = (rule: Rule): CompiledRule => ({
    ways: alternativesOf(rule).map((all) => all.map(compiledOnce)), criteria: [...new Set(criteriaOf(rule).map(compiledOnce))],
  });
  const tiers = policy.ladder.map(({ entry, keep }) => ({ entry: compileRule(entry), keep: compileRule(keep ?? entry) }));
  const sources = [...criteria.keys()];
  const monthsAsked = sources.flatMap((source) => (source.criterion === 'membership-months' ? [source.atLeast] : []));
  return { policy, measures, tiers, monthsAsked, relative: sources.some(({ criterion }) => criterion === 'top-percent') };
}

/** Every way to meet a rule, as lists of criteria that must all be met. */
function alternativesOf(rule: Rule): Criterion[][] {
  if ('any' in rule) return rule.any.flatMap(alternativesOf);
  if ('all' in rule) {
    return rule.all.reduce<Criterion[][]>(
      (ways, part) => alternativesOf(part).flatMap((way) => ways.map((before) => [...before, ...way])), [[]]);
  }
  return [[rule]];
}

function measureKey(criterion: Criterion): string {
  const value = criterion.criterion === 'top-percent' ? 'net-spend' : criterion.criterion;
  const metric = criterion.criterion === 'satisfaction' ? criterion.metric : '';
  return JSON.stringify([value, metric, windowOf(criterion)]);
}
