import { emptyHistory, emptyProfile, type Complaint, type History, type MadeContact } from '../../../../functions/domain/history.ts';
import type { ContactSubject } from '../../../../functions/domain/contacts/subject.ts';

/** A short message sent at noon, unless said otherwise. */
export function contact(day: number, purpose: string, more: Partial<MadeContact> = {}): MadeContact {
  return { day, hour: 12, purpose, channel: 'sms', storeId: 'S01', associateId: null, outcome: null, planned: null, ...more };
}

/** A complaint that was resolved on a day. */
export function resolved(day: number): Complaint {
  return { id: `K${day}`, storeId: 'S01', associateId: null, category: null, openedOn: day - 1, resolvedOn: day, openedAt: 0, firstAnswerAt: null, resolvedAt: 1, reopened: 0 };
}

/** A customer of tier gold in store S01 who agreed to short messages. */
export function subject(history: Partial<History> = {}, more: Partial<ContactSubject> = {}): ContactSubject {
  return { history: { ...emptyHistory('C1'), homeStore: 'S01', associateId: 'A7', profile: { ...emptyProfile, consent: ['sms'] }, ...history }, tier: 'gold', tierMoves: [], ...more };
}
