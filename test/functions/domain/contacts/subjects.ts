import { emptyHistory, type History } from '../../../../functions/domain/history.ts';
import type { CustomerFile } from '../../../../functions/domain/ledger/fold-file.ts';
import type { ContactSubject } from '../../../../functions/domain/contacts/subject.ts';

export const emptyFile: CustomerFile = {
  hard: { name: '王丽' }, soft: {}, obtained: null, language: null, preferredChannel: null, consent: { sms: true }, favourites: [],
};

/** A customer of tier gold in store S01 who agreed to short messages. */
export function subject(history: Partial<History> = {}, more: Partial<ContactSubject> = {}): ContactSubject {
  return {
    history: { ...emptyHistory('C1'), homeStore: 'S01', associateId: 'A7', ...history },
    file: emptyFile, tier: 'gold', points: 120, storeName: '南京路店', tierMoves: [], visits: [], complaintsResolvedOn: [], ...more,
  };
}
