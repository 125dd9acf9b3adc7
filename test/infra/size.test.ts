import { describe, expect, it } from 'vitest';
import { complaintsAbout, sizesOf } from '../../infra/size.mjs';

const imports = (...paths: string[]) => paths.map((path) => ({ path: `dist/widgets/${path}`, kind: 'import-statement' }));
const later = (...paths: string[]) => paths.map((path) => ({ path: `dist/widgets/${path}`, kind: 'dynamic-import' }));
/** An entry that shares a chunk with two later elements, one of which draws with the chart library. */
const outputs = {
  'dist/widgets/vip.js': { imports: [...imports('shared.js'), ...later('kpi.js', 'trend.js')], inputs: { 'widgets/index.ts': {} }, entryPoint: 'widgets/index.ts' },
  'dist/widgets/vip.js.map': { imports: [], inputs: {} },
  'dist/widgets/shared.js': { imports: [], inputs: { 'widgets/internal/base-element.ts': {} } },
  'dist/widgets/kpi.js': { imports: imports('shared.js', 'number.js'), inputs: { 'widgets/kpi/kpi.ts': {} }, entryPoint: 'widgets/kpi/kpi.ts' },
  'dist/widgets/number.js': { imports: [], inputs: { 'widgets/internal/number.ts': {} } },
  'dist/widgets/trend.js': { imports: [...imports('shared.js', 'number.js'), ...later('chart.js')], inputs: { 'widgets/kpi-trend/kpi-trend.ts': {} }, entryPoint: 'widgets/kpi-trend/kpi-trend.ts' },
  'dist/widgets/chart.js': { imports: imports('shared.js'), inputs: { 'node_modules/chart.js/dist/chart.js': {} }, entryPoint: 'widgets/internal/chart.ts' },
};
const bytes: Record<string, number> = { 'vip.js': 8_000, 'shared.js': 6_000, 'kpi.js': 1_000, 'number.js': 500, 'trend.js': 2_000, 'chart.js': 64_000 };
const bytesOf = (path: string) => bytes[path.replace('dist/widgets/', '')] ?? Number.NaN;
const budgets = { entry: 15_000, chart: 70_000, element: 4_000 };

describe('Size budgets', () => {
  it('weigh the entry with all that it imports, the charts alone, and of each later part only what is new', () => {
    expect(sizesOf(outputs, bytesOf)).toEqual([
      { what: 'entry', budget: 'entry', bytes: 14_000 },
      { what: 'charts', budget: 'chart', bytes: 64_000 },
      { what: 'widgets/kpi/kpi.ts', budget: 'element', bytes: 1_500 },
      { what: 'widgets/kpi-trend/kpi-trend.ts', budget: 'element', bytes: 2_500 },
    ]);
    expect(complaintsAbout(sizesOf(outputs, bytesOf), budgets)).toEqual([]);
  });

  it('name what is one byte too big', () => {
    expect(complaintsAbout([{ what: 'entry', budget: 'entry', bytes: 15_001 }, { what: 'charts', budget: 'chart', bytes: 70_000 }, { what: 'a', budget: 'element', bytes: 4_000 }], budgets))
      .toEqual(['entry: 15001 bytes are more than 15000']);
  });

  it('complain when the charts have slipped into the entry, because then no file is left for their budget', () => {
    const slipped = { ...outputs, 'dist/widgets/vip.js': { ...outputs['dist/widgets/vip.js'], imports: imports('shared.js', 'chart.js') } };
    expect(complaintsAbout(sizesOf(slipped, bytesOf), budgets)).toEqual(['chart: no file falls under this budget', 'entry: 78000 bytes are more than 15000']);
  });
});
