import type { History } from '../history.ts';

/**
 * What stays of a customer's history under the partition of her pseudonym: everything that KPIs add up, nothing that tells who she was.
 * Every field is named, so that one added to a history does not compile before somebody has decided about it.
 */
export function historyWithoutPerson(history: History, partition: string): History {
  const { homeStore, associateId, enrolledOn, purchases, returns, answers, surveysSent, referrals, redemptions, creditRating, standing, deferredFrom } = history;
  const { region, obtained, enrolledBy, hardFilled, softFilled, favourites } = history.profile;
  return {
    customerId: partition, birthday: null,
    profile: { region, obtained, enrolledBy, hardFilled, softFilled, favourites, name: null, phoneEnd: null, birthYear: null, ageBand: null, gender: null, consent: [], preferredChannel: null, language: null },
    homeStore, associateId, enrolledOn, purchases, returns, answers, surveysSent, referrals, redemptions, creditRating, standing, deferredFrom,
    complaints: history.complaints.map((complaint, at) => ({ ...complaint, id: String(at) })),
    contacts: history.contacts.map((contact) => ({ ...contact, outcome: contact.outcome && '*' })),
    overrides: history.overrides.map((override, at) => ({ ...override, author: '*', reason: '*', factId: String(at) })),
  };
}
