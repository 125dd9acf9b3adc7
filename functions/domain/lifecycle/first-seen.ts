import type { Day } from '../calendar.ts';
import type { History } from '../history.ts';

/** The day from which the chain knows a customer: her enrolment, else the earliest thing in her history; null when there is nothing. */
export function firstSeenOn(history: History): Day | null {
  if (history.enrolledOn !== null) return history.enrolledOn;
  const days = [
    ...history.purchases.map(({ day }) => day),
    ...history.returns.map(({ soldOn }) => soldOn),
    ...history.answers.map(({ day }) => day),
    ...history.surveysSent.map(({ day }) => day),
    ...history.contacts.map(({ day }) => day),
    ...history.redemptions.map(({ day }) => day),
    ...history.overrides.map(({ from }) => from),
    ...history.referrals,
    ...history.complaints.map(({ openedOn }) => openedOn),
  ];
  return days.length === 0 ? null : Math.min(...days);
}
