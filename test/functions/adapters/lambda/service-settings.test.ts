import { afterEach, describe, expect, it, vi } from 'vitest';
import { deployment } from '../../../../functions/adapters/lambda/environment.ts';
import { parseDay } from '../../../../functions/domain/calendar.ts';
import { targetFor } from '../../../../functions/domain/satisfaction/service.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';

afterEach(() => { vi.unstubAllEnvs(); });
const satisfactionOf = (satisfaction: unknown) => {
  vi.stubEnv('SETTINGS', JSON.stringify({ satisfaction }));
  return deployment().evaluation.satisfaction;
};

describe('what a deployment says about satisfaction and service', () => {
  it('changes what it names, and leaves everything else as it is', () => {
    expect(satisfactionOf(undefined)).toEqual(defaultSatisfactionSettings);
    expect(satisfactionOf({ hiddenBelow: 8, moodDays: 180 })).toEqual({ ...defaultSatisfactionSettings, hiddenBelow: 8, moodDays: 180 });
    const { service } = satisfactionOf({ hours: { opensAt: 10, closesAt: 22, closedOn: ['2026-02-17'] }, targets: { high: { replyHours: 1, resolveHours: 8 } }, classes: { gold: 'high' } });
    expect(service.hours).toEqual({ opensAt: 10, closesAt: 22, weekdays: [0, 1, 2, 3, 4, 5, 6], closedOn: [parseDay('2026-02-17')] });
    expect([targetFor('gold', service), targetFor('platinum', service), targetFor('lead', service), targetFor('iron', service), targetFor(null, service)].map(({ replyHours }) => replyHours)).toEqual([1, 1, 48, 24, 24]);
  });

  it.each([[{ hours: { opensAt: 18, closesAt: 9 } }, 'closesAt'], [{ classes: { gold: 'best' } }, 'gold'], [{ hiddenBelow: 0 }, 'hiddenBelow']])('is refused by name when it cannot be meant: %j', (satisfaction, name) => {
    expect(() => satisfactionOf(satisfaction)).toThrow(name);
  });
});
