import { beforeAll, describe, expect, it } from 'vitest';
import { importGraph, sourcesIn, textOf, type Import, type ImportGraph } from './import-graph.ts';
import { circlesIn, rules, violationsOf } from './rules.ts';

describe('Imports point one way', () => {
  let graph: ImportGraph;
  beforeAll(async () => {
    graph = await importGraph(await sourcesIn('functions', 'infra', 'widgets'));
  });

  it('The check sees the modules and their imports.', () => {
    expect(graph.modules.length).toBeGreaterThan(100);
    expect(graph.imports.length).toBeGreaterThan(graph.modules.length);
    expect(graph.imports.some((each) => each.typeOnly)).toBe(true);
  });

  it.each(rules.map((rule) => [rule.says, rule] as const))('%s', (_says, rule) => {
    expect(graph.modules.filter((module) => rule.modules.test(module)), 'the rule looks at no module').not.toEqual([]);
    expect(violationsOf(rule, graph)).toEqual([]);
  });

  it('No module imports itself around a circle.', () => {
    expect(circlesIn(graph)).toEqual([]);
  });
});

describe('The check itself', () => {
  const importing = (from: string, to: string, more: Partial<Import> = {}): ImportGraph =>
    ({ modules: [from, to], imports: [{ from, to, ofPackage: false, typeOnly: false, ...more }] });
  const broken = (graph: ImportGraph) => rules.flatMap((rule) => violationsOf(rule, graph));

  it.each([
    ['the domain takes an adapter', importing('functions/domain/money.ts', 'functions/adapters/dynamodb/ledger.ts')],
    ['the domain takes even a type of a port', importing('functions/domain/money.ts', 'functions/ports.ts', { typeOnly: true })],
    ['the domain takes a package', importing('functions/domain/money.ts', 'zod', { ofPackage: true })],
    ['the domain takes the disk', importing('functions/domain/money.ts', 'node:fs', { ofPackage: true })],
    ['an adapter takes a flow', importing('functions/adapters/lambda/queue-handler.ts', 'functions/flows/ingest-facts.ts')],
    ['a Lambda file computes', importing('functions/score-customers.ts', 'functions/domain/profile.ts')],
    ['a flow takes an adapter', importing('functions/flows/ingest.ts', 'functions/adapters/dynamodb/ledger.ts')],
    ['a flow takes the AWS SDK', importing('functions/flows/ingest.ts', '@aws-sdk/client-sqs', { ofPackage: true })],
    ['the laptop takes a flow', importing('infra/local/run.ts', 'functions/flows/ingest.ts')],
    ['a widget takes another widget', importing('widgets/kpi/vip-kpi.ts', 'widgets/kpi-trend/vip-kpi-trend.ts')],
    ['a widget takes more than types of the contract', importing('widgets/kpi/vip-kpi.ts', 'functions/contract/answers.ts')],
  ])('speaks up when %s', (_case, graph) => {
    expect(broken(graph)).toHaveLength(1);
  });

  it('lets a widget take types of the contract', () => {
    expect(broken(importing('widgets/kpi/vip-kpi.ts', 'functions/contract/answers.ts', { typeOnly: true }))).toEqual([]);
  });

  it('names the way around a circle', () => {
    const there = importing('a.ts', 'b.ts');
    const back = importing('b.ts', 'a.ts');
    expect(circlesIn({ modules: there.modules, imports: [...there.imports, ...back.imports] })).toEqual(['a.ts > b.ts > a.ts']);
    const later = importing('b.ts', 'a.ts', { onDemand: true });
    expect(circlesIn({ modules: there.modules, imports: [...there.imports, ...later.imports] })).toEqual([]);
  });
});

describe('What the directions cannot see', () => {
  it('The domain has no clock, no chance, no disk and no network of its own.', async () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.|\bconsole\.|\bfetch\(|\bsetTimeout\b|\bcrypto\.random/;
    const sources = await sourcesIn('functions/domain');
    const texts = await Promise.all(sources.map(textOf));
    expect(sources.filter((_, index) => impure.test(texts[index] ?? ''))).toEqual([]);
  });

  it('Every file directly in functions/ but the ports puts one Lambda together in at most 25 lines and decides nothing.', async () => {
    const lambdas = (await sourcesIn('functions')).filter((path) => /^functions\/(?!ports\.ts)[^/]+$/.test(path));
    expect(lambdas).not.toEqual([]);
    for (const path of lambdas) {
      const text = await textOf(path);
      expect(text.trimEnd().split('\n').length, path).toBeLessThanOrEqual(25);
      expect(text, path).toMatch(/export const handler\b/);
      expect(text, path).not.toMatch(/\bif\s*\(|\bswitch\s*\(/);
    }
  });

  it('No source file is longer than 250 lines.', async () => {
    const sources = await sourcesIn('functions', 'infra', 'widgets');
    const lengths = await Promise.all(sources.map(async (path) => ({ path, lines: (await textOf(path)).trimEnd().split('\n').length })));
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  });
});
