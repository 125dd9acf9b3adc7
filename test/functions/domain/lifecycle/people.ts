import { emptyHistory, type Answer, type Complaint, type History, type Purchase } from '../../../../functions/domain/history.ts';

/** A purchase of one ticket with one unit. */
export function purchase(day: number, netSpend = 50_000, storeId = 'S01'): Purchase {
  return { day, storeId, tickets: 1, units: 1, netSpend, knownMargin: 0, knownMarginSpend: 0, listValue: netSpend, excludedSpend: 0, associateId: null, categories: [] };
}

/** A history of somebody who bought on these days, always for the same amount. */
export function buyer(days: readonly number[], more: Partial<History> = {}): History {
  return { ...emptyHistory('C1'), purchases: days.map((day) => purchase(day)), ...more };
}

/** Days from `first` on, one every `gap` days. */
export const every = (gap: number, times: number, first = 0) => Array.from({ length: times }, (_, i) => first + i * gap);

const plain = { storeId: 'S01', associateId: null, category: null, ballot: 0, saleSpend: 0 };
export const csat = (score: number, day = 0, scale = 5): Answer => ({ metric: 'csat', score, scale, day, ...plain });
export const nps = (score: number, day = 0): Answer => ({ metric: 'nps', score, scale: 10, day, ...plain });
export const ces = (score: number, day = 0): Answer => ({ metric: 'ces', score, scale: 7, day, ...plain });

export function complaint(openedAt: number, more: Partial<Complaint> = {}): Complaint {
  const dayOf = (at: number | null | undefined) => (at === null || at === undefined ? null : Math.floor(at / 86_400_000));
  return {
    id: 'K1', storeId: 'S01', associateId: null, category: null, openedAt, firstAnswerAt: null, resolvedAt: null, reopened: 0,
    openedOn: dayOf(openedAt)!, resolvedOn: dayOf(more.resolvedAt), ...more,
  };
}
