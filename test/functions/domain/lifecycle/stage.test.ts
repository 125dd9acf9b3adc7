import fc from '../../../support/property.ts';
import { describe, expect, it } from 'vitest';
import { emptyHistory } from '../../../../functions/domain/history.ts';
import { defaultLifecycleSettings as settings } from '../../../../functions/domain/lifecycle/settings.ts';
import { lifecycleOf } from '../../../../functions/domain/lifecycle/stage.ts';
import { buyer, complaint, every, nps, purchase } from './people.ts';

const stageAt = (days: readonly number[], asOf: number, pAlive: number | null = 1) => lifecycleOf(buyer(days), pAlive, settings, asOf);

describe('the stage of a customer', () => {
  it('is prospect since her enrolment while she has bought nothing', () => {
    expect(lifecycleOf(buyer([], { enrolledOn: 7 }), null, settings, 900)).toEqual({ stage: 'prospect', layer: 'potential', since: 7 });
  });

  it('is prospect since the first thing known of her when she never enrolled', () => {
    const history = { ...emptyHistory('C1'), answers: [nps(9, 12)], complaints: [complaint(10.5 * 86_400_000)] };
    expect(lifecycleOf(history, null, settings, 900)).toMatchObject({ stage: 'prospect', since: 10 });
  });

  it.each([
    ['new from her first purchase', [10], 20, 'new', 10],
    ['new on her second', [10, 40], 50, 'new', 10],
    ['growing from her third', [10, 40, 70], 80, 'growing', 70],
    ['still growing on her sixth within half a year', every(30, 6, 10), 170, 'growing', 70],
    ['mature once six occasions span half a year', every(36, 6, 10), 200, 'mature', 190],
    ['mature since the day both were reached', every(30, 9, 10), 260, 'mature', 190],
  ])('is %s', (_, days, asOf, stage, since) => {
    expect(stageAt(days, asOf)).toMatchObject({ stage, since });
  });

  it('follows her own rhythm: who comes every week drifts long before who comes every two months', () => {
    const weekly = every(7, 20);
    const rare = every(60, 20);
    expect(stageAt(weekly, weekly.at(-1)! + 31).stage).toBe('drifting');
    expect(stageAt(rare, rare.at(-1)! + 120).stage).toBe('mature');
    expect(stageAt(rare, rare.at(-1)! + 121).stage).toBe('drifting');
  });

  // One purchase, typical interval 60 days: 2, 3.5 and 6 times 60.
  it.each([
    [120, 'new', 0], [121, 'drifting', 121], [210, 'drifting', 121], [211, 'dormant', 211], [360, 'dormant', 211], [361, 'lost', 361], [4_000, 'lost', 361],
  ])('after one purchase and %i days of silence is %s since day %i', (asOf, stage, since) => {
    expect(stageAt([0], asOf)).toMatchObject({ stage, since });
  });

  it('is won-back after a dormant silence, until she has come three times again', () => {
    const before = every(30, 8);
    const back = before.at(-1)! + 300;
    expect(stageAt([...before, back], back + 5)).toMatchObject({ stage: 'won-back', since: back });
    expect(stageAt([...before, back, back + 30], back + 35)).toMatchObject({ stage: 'won-back', since: back });
    expect(stageAt([...before, back, back + 30, back + 60], back + 65)).toMatchObject({ stage: 'mature', since: back + 60 });
  });

  it('does not let one long absence excuse the next', () => {
    const before = every(30, 8);
    const back = before.at(-1)! + 300;
    const drifted = stageAt([...before, back], back + 80);
    expect(drifted).toMatchObject({ stage: 'drifting' });
    expect(stageAt(before, before.at(-1)! + 80).stage).toBe('drifting');
    // The rhythm after the return starts from her own 34 days, not from the typical 60: (30 + 34) / 2 allows 64 days, (30 + 60) / 2 would allow 90.
    expect(stageAt([...before, back, back + 30], back + 30 + 70).stage).toBe('drifting');
  });

  it('does not take two tickets in two stores on one day for two occasions', () => {
    const history = buyer([], { purchases: [purchase(10), purchase(10, 1, 'S02'), purchase(40)] });
    expect(lifecycleOf(history, null, settings, 50).stage).toBe('new');
  });
});

describe('the layer of a customer', () => {
  it.each([
    ['loyal when mature and alive', every(36, 6), 1, 'loyal'],
    ['loyal when mature and nothing is predicted', every(36, 6), null, 'loyal'],
    ['drifting when mature but probably gone', every(36, 6), 0.4, 'drifting'],
    ['potential when growing', every(36, 3), 1, 'potential'],
  ])('is %s', (_, days, pAlive, layer) => {
    expect(stageAt(days, days.at(-1)! + 1, pAlive).layer).toBe(layer);
  });
});

const histories = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 })
  .map((gaps) => gaps.reduce<number[]>((days, gap) => [...days, (days.at(-1) ?? 0) + gap], []));

describe('whatever she bought', () => {
  it('a silent customer passes through at most three stages, each since the day it is first seen, and ends lost', () => {
    fc.assert(fc.property(histories, (days) => {
      const last = days.at(-1)!;
      const seen = every(1, 400, last).map((asOf) => ({ asOf, ...stageAt(days, asOf) }));
      const changes = seen.filter(({ since }, i) => i > 0 && since !== seen[i - 1]!.since);
      expect(changes.map(({ asOf }) => asOf)).toEqual(changes.map(({ since }) => since));
      expect(changes.map(({ stage }) => stage)).toEqual(['drifting', 'dormant', 'lost']);
      expect(new Set(seen.map(({ stage }) => stage)).size).toBe(4);
    }), { numRuns: 50 });
  });

  it('the day since which a stage holds is never in the future, and she was in that stage on it', () => {
    fc.assert(fc.property(histories, fc.nat(500), (days, silence) => {
      const asOf = days.at(-1)! + silence;
      const now = stageAt(days, asOf);
      expect(now.since).toBeLessThanOrEqual(asOf);
      expect(stageAt(days.filter((day) => day <= now.since), now.since).stage).toBe(now.stage);
    }));
  });
});
