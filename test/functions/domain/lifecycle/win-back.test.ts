import { describe, expect, it } from 'vitest';
import { atRiskList } from '../../../../functions/domain/lifecycle/at-risk-list.ts';
import { defaultControlSettings, inControlGroup, lotOf } from '../../../../functions/domain/lifecycle/control-group.ts';
import type { Risk } from '../../../../functions/domain/lifecycle/risk.ts';
import { defaultLifecycleSettings as settings } from '../../../../functions/domain/lifecycle/settings.ts';
import { addTrial, emptyTrial, lapsesOf, mergeTrials, upliftOf } from '../../../../functions/domain/lifecycle/win-back.ts';
import { winBackSteps } from '../../../../functions/domain/lifecycle/win-back-steps.ts';
import { buyer } from './people.ts';
import { seeded } from './random.ts';

const ids = Array.from({ length: 20_000 }, (_, i) => `C${i}`);
const trial = { share: 0.2, seed: 'trial', from: 0, withinDays: 90 };

describe('the control group', () => {
  it('holds its share of customers whose ids follow one another', () => {
    const held = ids.filter((id) => inControlGroup(id, { share: 0.1, seed: 'a' })).length;
    // Within four standard deviations of a tenth: √(20,000 × 0.09) = 42.
    expect(Math.abs(held - 2_000)).toBeLessThan(4 * 42);
  });

  it('is the same every night, and another for another seed', () => {
    const first = ids.filter((id) => inControlGroup(id, { share: 0.1, seed: 'a' }));
    const both = first.filter((id) => inControlGroup(id, { share: 0.1, seed: 'b' }));
    expect(first).toEqual(ids.filter((id) => inControlGroup(id, { share: 0.1, seed: 'a' })));
    expect(Math.abs(both.length - 200)).toBeLessThan(60);
  });

  it('keeps its members when its share grows', () => {
    expect(ids.filter((id) => inControlGroup(id, { share: 0.05, seed: 'a' }) && !inControlGroup(id, { share: 0.1, seed: 'a' }))).toEqual([]);
  });

  it('spreads its lots evenly over ten equal parts', () => {
    const parts = Array.from({ length: 10 }, () => 0);
    for (const id of ids) parts[Math.floor(10 * lotOf(id, 'x'))]! += 1;
    const chiSquare = parts.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0);
    // The 99.9 % quantile of chi-square with 9 degrees of freedom is 27.9.
    expect(chiSquare).toBeLessThan(27.9);
  });
});

const warning = (valueAtRisk: number | null, level: Risk['level'] = 'watch'): Risk => ({ level, valueAtRisk, sensibleSpend: null, reasons: [], action: 'none' });

describe('the list of customers at risk', () => {
  it('never names anybody of the control group, nor anybody without a warning', () => {
    const listed = atRiskList(ids.map((customerId, i) => ({ customerId, risk: warning(i, i % 3 === 0 ? 'none' : 'high') })), defaultControlSettings);
    expect(listed.filter(({ customerId }) => inControlGroup(customerId))).toEqual([]);
    expect(listed.filter(({ risk }) => risk.level === 'none')).toEqual([]);
    expect(listed.length).toBeGreaterThan(11_000);
  });

  it('begins with the most value at risk and ends with those whose value is unknown, the urgent first', () => {
    const entries = [['a', 5], ['b', null], ['c', 90], ['d', null], ['e', 5]].map(([customerId, value]) => ({
      customerId: customerId as string, risk: warning(value as number | null, customerId === 'd' ? 'high' : 'watch'),
    }));
    expect(atRiskList(entries, { share: 0, seed: '' }).map(({ customerId }) => customerId)).toEqual(['c', 'a', 'e', 'd', 'b']);
  });
});

describe('the outcome of win-back', () => {
  // One purchase and a typical interval of 60 days: dormant from day 211 on.
  it('knows when a customer fell dormant and when she came back', () => {
    expect(lapsesOf(buyer([0, 250]), settings, 260)).toEqual([{ dormantOn: 211, backOn: 250 }]);
    expect(lapsesOf(buyer([0]), settings, 211)).toEqual([{ dormantOn: 211, backOn: null }]);
    expect(lapsesOf(buyer([0]), settings, 210)).toEqual([]);
  });

  it.each([
    ['counts who is back within 90 days', [0, 300], 400, 1, 1],
    ['does not count who is back later', [0, 301], 400, 1, 0],
    ['waits until the 90 days are over, even for who is back already', [0, 212], 300, 0, 0],
    ['counts who never came back', [0], 301, 1, 0],
  ])('%s', (_, days, asOf, treated, treatedBack) => {
    expect(addTrial(emptyTrial(), buyer(days), settings, { ...trial, share: 0 }, asOf)).toEqual({ treated, treatedBack, control: 0, controlBack: 0 });
    expect(addTrial(emptyTrial(), buyer(days), settings, { ...trial, share: 1 }, asOf)).toEqual({ treated: 0, treatedBack: 0, control: treated, controlBack: treatedBack });
  });

  it('has no uplift without a control group', () => {
    expect(upliftOf({ treated: 10, treatedBack: 5, control: 0, controlBack: 0 })).toEqual({ value: null, n: 10, interval: null });
  });

  it('measures a known uplift: its 95 % interval covers it in 90 to 99 of 100 simulated trials', () => {
    const random = seeded(2026);
    let covered = 0;
    for (let round = 0; round < 100; round++) {
      let tally = emptyTrial();
      for (let i = 0; i < 1_000; i++) {
        const customerId = `R${round}-${i}`;
        const chance = inControlGroup(customerId, trial) ? 0.15 : 0.25;
        const days = random() < chance ? [0, 211 + Math.floor(random() * 90)] : [0];
        tally = mergeTrials(tally, addTrial(emptyTrial(), { ...buyer(days), customerId }, settings, trial, 500));
      }
      expect(tally.treated + tally.control).toBe(1_000);
      const [low, high] = upliftOf(tally).interval!;
      if (low <= 0.1 && 0.1 <= high) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(90);
    expect(covered).toBeLessThanOrEqual(99);
  });
});

it('the five steps name the weightiest cause first and what would prevent it', () => {
  const risk: Risk = {
    level: 'high', valueAtRisk: 700, sensibleSpend: 70, action: 'resolve-complaint',
    reasons: [{ code: 'silent', stage: 'dormant', lastOn: 1, usualGap: 30 }, { code: 'complaint-open', count: 1, openedAt: 5 }],
  };
  expect(winBackSteps({ stage: 'dormant', layer: 'drifting', since: 40 }, risk)).toEqual({
    spotted: { stage: 'dormant', since: 40 }, futureValue: { atRisk: 700, sensibleSpend: 70 },
    causes: ['complaint-open', 'silent'], action: 'resolve-complaint', prevention: 'answer-complaints-in-time',
  });
});
