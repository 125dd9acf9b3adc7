import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';
import type { SurveyMetric } from '../ledger/facts.ts';
import { feelingOf, type Feeling } from './feeling.ts';
import type { SatisfactionSettings } from './settings.ts';

/** Her latest answer of one metric and what it says. */
export interface LatestScore { score: number; scale: number; day: Day; feeling: Feeling }
export type Mood = 'happy' | 'neutral' | 'unhappy' | 'unknown';

/** How one customer feels, as far as she told. */
export interface Satisfaction {
  csat: LatestScore | null;
  nps: LatestScore | null;
  ces: LatestScore | null;
  /** Surveys she answered and surveys she was sent. */
  answered: number;
  sent: number;
  openComplaints: number;
  resolvedComplaints: number;
  mood: Mood;
}

const moods = { positive: 'happy', neutral: 'neutral', negative: 'unhappy' } as const;
const badness: Record<Feeling, number> = { positive: 0, neutral: 1, negative: 2 };

/**
 * How one customer feels on a day: her latest answer of each metric, her complaints, and her mood.
 * An open complaint makes her unhappy; otherwise her latest answer of any metric decides, on a tie the worse, and after a year nobody knows.
 */
export function satisfactionOf(history: History, settings: SatisfactionSettings, asOf: Day): Satisfaction {
  const latest: Record<SurveyMetric, LatestScore | null> = { csat: null, nps: null, ces: null };
  for (const answer of history.answers) {
    const known = latest[answer.metric];
    const feeling = feelingOf(answer, settings);
    if (feeling === null || (known !== null && known.day > answer.day)) continue;
    latest[answer.metric] = { score: answer.score, scale: answer.scale, day: answer.day, feeling };
  }
  let openComplaints = 0;
  for (const complaint of history.complaints) if (complaint.resolvedAt === null) openComplaints += 1;
  return {
    ...latest,
    answered: history.answers.length,
    sent: history.surveysSent.length,
    openComplaints,
    resolvedComplaints: history.complaints.length - openComplaints,
    mood: openComplaints > 0 ? 'unhappy' : moodOf(latest, asOf - settings.moodDays),
  };
}

function moodOf(latest: Record<SurveyMetric, LatestScore | null>, from: Day): Mood {
  let decidedOn = from;
  let decided: Feeling | null = null;
  for (const score of [latest.csat, latest.nps, latest.ces]) {
    if (score === null || score.day < decidedOn) continue;
    if (decided === null || score.day > decidedOn || badness[score.feeling] > badness[decided]) decided = score.feeling;
    decidedOn = score.day;
  }
  return decided === null ? 'unknown' : moods[decided];
}
