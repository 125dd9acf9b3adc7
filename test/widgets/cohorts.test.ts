import { describe, expect, it } from 'vitest';
import { heatMap } from '../../widgets/cohorts/heat.chart.ts';

const row = (cohort: string, month: number, value: number | null, n = 10) => ({ period: cohort, cohort, month, value, n });

describe('the cohort heat map', () => {
  it('keeps the latest cohorts and the first months, in order, and leaves out the month of the first purchase', () => {
    const rows = [row('2026-03', 1, 0.1), row('2026-02', 2, 0.2), row('2026-02', 1, 0.4), row('2026-02', 0, 1), row('2026-03', 0, 1, 7), row('2026-02', 3, 0.5), row('2026-01', 1, 0.9)];
    expect(heatMap(rows, 2, 2)).toEqual([
      { cohort: '2026-02', size: 10, cells: [{ month: 1, value: 0.4, heat: 1 }, { month: 2, value: 0.2, heat: 0.5 }] },
      { cohort: '2026-03', size: 10, cells: [{ month: 1, value: 0.1, heat: 0.25 }] },
    ]);
  });

  it('stays cold when nobody came back', () => {
    expect(heatMap([row('2026-02', 0, 1), row('2026-02', 1, 0)], 12, 12)[0]!.cells).toEqual([{ month: 1, value: 0, heat: 0 }]);
  });
});
