import { emptyHistory, type History, type MadeContact } from '../../../../functions/domain/history.ts';
import type { CustomerFile } from '../../../../functions/domain/ledger/fold-file.ts';
import type { ContactSubject } from '../../../../functions/domain/contacts/subject.ts';

export const emptyFile: CustomerFile = {
  hard: { name: '王丽' }, soft: {}, obtained: null, enrolledBy: null, region: null, language: null, preferredChannel: null, consent: { sms: true }, favourites: [],
};

/** A short message sent at noon, unless said otherwise. */
export function contact(day: number, purpose: string, more: Partial<MadeContact> = {}): MadeContact {
  return { day, hour: 12, purpose, channel: 'sms', storeId: 'S01', associateId: null, outcome: null, ...more };
}

/** A customer of tier gold in store S01 who agreed to short messages. */
export function subject(history: Partial<History> = {}, more: Partial<ContactSubject> = {}): ContactSubject {
  return {
    history: { ...emptyHistory('C1'), homeStore: 'S01', associateId: 'A7', ...history },
    file: emptyFile, tier: 'gold', points: 120, storeName: '南京路店', tierMoves: [], visits: [], complaintsResolvedOn: [], ...more,
  };
}
