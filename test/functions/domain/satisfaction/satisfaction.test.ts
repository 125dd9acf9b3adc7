import { describe, expect, it } from 'vitest';
import { emptyHistory, type History } from '../../../../functions/domain/history.ts';
import { latestAnswers } from '../../../../functions/domain/satisfaction/latest-answers.ts';
import { satisfactionOf } from '../../../../functions/domain/satisfaction/satisfaction.ts';
import { defaultSatisfactionSettings } from '../../../../functions/domain/satisfaction/settings.ts';
import { ces, complaint, csat, nps } from '../lifecycle/people.ts';

const customer = (more: Partial<History>): History => ({ ...emptyHistory('C1'), ...more });
const feeling = (more: Partial<History>, asOf = 100) => satisfactionOf(customer(more), defaultSatisfactionSettings, asOf);

describe('how a customer feels', () => {
  it('is unknown while she has said nothing', () => {
    expect(feeling({})).toEqual({
      csat: null, nps: null, ces: null, answered: 0, sent: 0, openComplaints: 0, resolvedComplaints: 0, mood: 'unknown',
    });
  });

  it('keeps the latest answer of each metric in whatever order they arrive', () => {
    const { csat: latest, nps: other } = feeling({ answers: [csat(2, 50), csat(5, 10), nps(9, 20)] });
    expect(latest).toEqual({ score: 2, scale: 5, day: 50, feeling: 'negative' });
    expect(other).toEqual({ score: 9, scale: 10, day: 20, feeling: 'positive' });
  });

  it.each([
    ['the latest answer decides', [csat(1, 10), nps(10, 20)], 'happy'],
    ['on the same day the worse answer decides', [csat(5, 20), nps(2, 20)], 'unhappy'],
    ['the worse answer decides in the other order, too', [nps(10, 20), ces(2, 20)], 'unhappy'],
    ['a middling answer is neutral', [csat(3, 20)], 'neutral'],
  ])('%s', (_, answers, mood) => {
    expect(feeling({ answers }).mood).toBe(mood);
  });

  it('is unhappy while a complaint is open, and what she answers counts again once it is resolved', () => {
    const answers = [csat(5, 90)];
    expect(feeling({ answers, complaints: [complaint(1)] })).toMatchObject({ mood: 'unhappy', openComplaints: 1, resolvedComplaints: 0 });
    expect(feeling({ answers, complaints: [complaint(1, { resolvedAt: 9 })] })).toMatchObject({ mood: 'happy', openComplaints: 0, resolvedComplaints: 1 });
  });

  it('is forgotten after a year', () => {
    expect(feeling({ answers: [csat(5, 0)] }, 365).mood).toBe('happy');
    expect(feeling({ answers: [csat(5, 0)] }, 366).mood).toBe('unknown');
  });

  it('counts surveys sent apart from surveys answered', () => {
    const sent = { day: 1, metric: 'csat', storeId: 'S01', associateId: null, category: null, ballot: 0 } as const;
    expect(feeling({ answers: [csat(5, 2)], surveysSent: [sent, sent, sent] })).toMatchObject({ answered: 1, sent: 3 });
  });
});

describe('the answers that count in a window', () => {
  it('are the latest of each metric from its first day up to, but not including, its last', () => {
    const history = customer({ answers: [csat(1, 9), csat(2, 10), csat(4, 19), csat(5, 20), nps(7, 12)] });
    expect(latestAnswers(history, { from: 10, to: 20 })).toEqual([csat(4, 19), nps(7, 12)]);
  });

  it('are, of two on one day, the later in her history', () => {
    expect(latestAnswers(customer({ answers: [csat(1, 12), csat(4, 12)] }), { from: 10, to: 20 })).toEqual([csat(4, 12)]);
  });
});
