/** What the list of contacts says in English; the other languages have the same keys. */
export const messages = {
  list: {
    title: 'Contacts', view: 'How far ahead', day: 'Today', week: '7 days', month: 'One month', open: '{open} of {total} still to do', empty: 'No contact is due.', more: '{n} more',
    gift: 'Gift: {gift}.', since: 'due since {day}', until: 'possible until {day}', unnamed: 'Customer {id}', none: 'No tier', say: 'What to say',
    copy: 'Copy the text', copied: 'Copied', selected: 'Selected: copy it with the keyboard', how: 'How did it go with {name}?', saving: 'Saving…', saved: 'Noted: {outcome}', failed: 'Not saved. {why}',
  },
  purposes: {
    'complaint-follow-up': 'Follow-up', birthday: 'Birthday', welcome: 'Welcome', 'downgrade-near': 'Tier at stake', 'win-back': 'Win back', 'upgrade-near': 'Tier in reach', 'thank-you': 'Thank-you',
    invitation: 'Invitation', launch: 'Launch', 'new-arrivals': 'New arrivals', promotion: 'Promotion', festival: 'Festival', anniversary: 'Anniversary', 'day-30': 'Day 30', weather: 'Weather',
    travel: 'Travel', survey: 'Survey', visitor: 'Visitor',
  },
  why: {
    'complaint-follow-up': 'A complaint has been settled.', birthday: 'Has a birthday today. {gift}', welcome: 'Has just become a member.', 'downgrade-near': 'Needs {amount} by {deadline} to keep {targetTier}.',
    'win-back': 'Has been silent for unusually long.', 'upgrade-near': 'Needs {amount} by {deadline} to reach {targetTier}.', 'thank-you': 'Bought on {day}.',
    invitation: '{title} on {day}.', launch: '{title} on {day}.', 'new-arrivals': '{title} on {day}, to her taste.', promotion: '{title} begins on {day}.', festival: '{title} on {day}.',
    anniversary: 'Member for {years} years today.', 'day-30': 'Bought on {day}, thirty days ago.', weather: '{title}.', travel: '{title}.', survey: 'Bought on {day}; has not been asked yet.', visitor: 'Looked in on {day} and did not buy.',
  },
  outcomes: { reached: 'Reached', 'no-answer': 'No answer', 'not-interested': 'Not interested', 'will-come': 'Will come', attended: 'Came' },
};

type Topics = typeof messages;
export type ContactMessages = { [Topic in keyof Topics]: Record<keyof Topics[Topic], string> };
