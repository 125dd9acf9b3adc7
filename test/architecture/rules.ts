import type { Import, ImportGraph } from './import-graph.ts';

/** Which imports a set of modules may have. Whatever `allows` does not name is forbidden. */
export interface Rule {
  readonly says: string;
  readonly modules: RegExp;
  readonly allows: (each: Import) => boolean;
}

const inFolder = (...folders: string[]) => (each: Import) => folders.some((folder) => each.to.startsWith(folder));
const packages = (...names: string[]) => (each: Import) => each.ofPackage && names.some((name) => each.to === name || each.to.startsWith(`${name}/`));
const anyPackage = (each: Import) => each.ofPackage;
const anyOf = (...tests: ((each: Import) => boolean)[]) => (each: Import) => tests.some((test) => test(each));
const typesOf = (test: (each: Import) => boolean) => (each: Import) => each.typeOnly && test(each);

const domain = 'functions/domain/';
const contract = 'functions/contract/';
const flows = 'functions/flows/';
const adapters = 'functions/adapters/';
const ports = 'functions/ports.ts';

/** The widget folder a path lies in, such as `widgets/kpi/`. */
const folderOf = (path: string) => path.slice(0, path.indexOf('/', 'widgets/'.length) + 1);

export const rules: readonly Rule[] = [
  { says: 'The domain imports only the domain.', modules: /^functions\/domain\//, allows: inFolder(domain) },
  { says: 'The contract imports only the contract and its schema library.', modules: /^functions\/contract\//, allows: anyOf(inFolder(contract), packages('zod', '@hono/zod-openapi')) },
  { says: 'The ports speak of domain and contract.', modules: /^functions\/ports\.ts$/, allows: inFolder(domain, contract) },
  { says: 'Flows import domain, contract, ports and each other.', modules: /^functions\/flows\//, allows: inFolder(domain, contract, flows, ports) },
  { says: 'Adapters import domain, contract, ports, each other and packages, and of flows only types.', modules: /^functions\/adapters\//, allows: anyOf(inFolder(domain, contract, adapters, ports), typesOf(inFolder(flows)), anyPackage) },
  { says: 'A Lambda file puts flows, adapters and clients of AWS together.', modules: /^functions\/(?!ports\.ts)[^/]+\.ts$/, allows: anyOf(inFolder(flows, adapters), packages('@aws-sdk'), typesOf(packages('aws-lambda'))) },
  { says: 'The stack knows functions by path and takes only the contract from them.', modules: /^infra\/(app\.ts|aws\/)/, allows: anyOf(inFolder('infra/aws/', contract), anyPackage) },
  { says: 'The laptop runs the bundles of functions and never imports functions.', modules: /^infra\/local\//, allows: anyOf(inFolder('infra/local/', 'infra/aws/vip-app.ts', 'infra/build.mjs', 'infra/sample/'), anyPackage) },
  { says: 'Commands import contract and domain, and no other part of the product.', modules: /^infra\/cli\//, allows: anyOf(inFolder('infra/cli/', domain, contract), anyPackage) },
  { says: 'A widget imports its own folder, the internals, and what every page has loaded at once, which is the theme and the card; and of contract, languages and charts only types.', modules: /^widgets\/(?!internal\/|portal\/)[^/]+\//, allows: (each) => anyOf(inFolder(folderOf(each.from), 'widgets/internal/', 'widgets/theme.ts', 'widgets/core.ts', 'widgets/customer-card/'), typesOf(anyOf(inFolder(contract, 'widgets/languages/'), packages('zod', 'chart.js'))), packages('lit'))(each) },
  { says: 'The internals of the widgets know the theme and the languages, no widget but the type of the provider, and of the contract only types.', modules: /^widgets\/internal\//, allows: anyOf(inFolder('widgets/internal/', 'widgets/theme.ts', 'widgets/languages/'), typesOf(anyOf(inFolder(contract, 'widgets/provider/'), packages('zod'))), packages('lit', 'chart.js')) },
];

/** The imports that break a rule, one sentence each. */
export function violationsOf(rule: Rule, graph: ImportGraph): string[] {
  return graph.imports
    .filter((each) => rule.modules.test(each.from) && !rule.allows(each))
    .map((each) => `${each.from} imports ${each.typeOnly ? 'a type of ' : ''}${each.to}`);
}

/** Circles among imports that a program needs to start, each as the path that closes it. */
export function circlesIn(graph: ImportGraph): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of graph.imports.filter((each) => !each.typeOnly && !each.ofPackage && !each.onDemand)) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (module: string, path: readonly string[]): void => {
    const start = path.indexOf(module);
    if (start >= 0) circles.push([...path.slice(start), module].join(' > '));
    if (start >= 0 || done.has(module)) return;
    for (const to of next.get(module) ?? []) visit(to, [...path, module]);
    done.add(module);
  };
  for (const module of graph.modules) visit(module, []);
  return circles;
}
