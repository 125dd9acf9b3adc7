import type { CustomerAnswer, CustomerFile } from '../contract/answers.ts';
import { addMonths, firstDayOf, formatDay, monthOf, type BusinessCalendar, type Day } from '../domain/calendar.ts';
import { occasionsIn } from '../domain/kpis/kpi.ts';
import { completenessOf, filledFields } from '../domain/ledger/fold-file.ts';
import type { Risk, RiskReason } from '../domain/lifecycle/risk.ts';
import type { Satisfaction } from '../domain/satisfaction/satisfaction.ts';
import type { History, Purchase } from '../domain/history.ts';
import type { Scope } from '../domain/scope.ts';
import { maskAddress, maskEmail, maskPhone } from './mask.ts';
import type { SeenCustomer } from './view.ts';

/** Parts of a customer in the words of the contract: days as dates, what is not known as null. */

export const dateOf = (day: Day | null): string | null => (day === null ? null : formatDay(day));

/** `MM-DD` of a birthday kept as month × 100 + date. */
export function birthdayOf({ birthday }: History): string | null {
  if (birthday === null) return null;
  const digits = String(birthday).padStart(4, '0');
  return `${digits.slice(0, 2)}-${digits.slice(2)}`;
}

/** The customer file, with phone, e-mail and address as this reader may see them. */
export function fileAnswer({ file, history }: SeenCustomer, scope: Scope): CustomerFile {
  const { hard, soft, consent, favourites, obtained, language, preferredChannel } = file;
  const masked = !scope.seesContacts(history);
  const shown = (text: string | undefined, mask: (text: string) => string) => (text === undefined || text === '' ? null : masked ? mask(text) : text);
  return {
    name: hard.name ?? null, gender: hard.gender ?? null, birthday: birthdayOf(history),
    phone: shown(hard.phone, maskPhone), email: shown(hard.email, maskEmail), address: shown(hard.address, maskAddress), size: hard.size ?? null,
    masked,
    storeId: history.homeStore, associateId: history.associateId, enrolledOn: dateOf(history.enrolledOn),
    obtained: obtained ?? null, language: language ?? null, preferredChannel, consent: { ...consent },
    soft: Object.fromEntries(Object.entries(soft).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    completeness: completenessOf(filledFields(file)), favourites,
  };
}

/** What she bought up to a day, in numbers. */
export function historyAnswer({ purchases }: History, asOf: Day): CustomerAnswer['history'] {
  const sum = (amount: (purchase: Purchase) => number) => purchases.reduce((total, purchase) => total + amount(purchase), 0);
  const [netSpend, orders, units, occasions] = [sum((p) => p.netSpend), sum((p) => p.tickets), sum((p) => p.units), occasionsIn(purchases)];
  const [first, last] = [purchases[0]?.day ?? null, purchases.at(-1)?.day ?? null];
  const costKnown = sum((p) => p.knownMarginSpend) > 0;
  return {
    netSpend, grossMargin: costKnown ? sum((p) => p.knownMargin) : null, orders, occasions, units, firstOn: dateOf(first), lastOn: dateOf(last),
    averageOrderValue: orders === 0 ? null : Math.round(netSpend / orders),
    unitsPerTicket: orders === 0 ? null : units / orders,
    averageUnitPrice: units === 0 ? null : Math.round(netSpend / units),
    daysBetween: occasions < 2 ? null : (last! - first!) / (occasions - 1),
    lastTwelveMonths: lastTwelveMonths(purchases, asOf),
  };
}

/** Net spend of the month of the as-of date and the eleven before it, oldest first. */
function lastTwelveMonths(purchases: readonly Purchase[], asOf: Day): number[] {
  const first = monthOf(addMonths(firstDayOf(monthOf(asOf)), -11));
  const months = Array.from({ length: 12 }, () => 0);
  for (const { day, netSpend } of purchases) {
    const at = monthOf(day) - first;
    if (at >= 0 && at < 12) months[at]! += netSpend;
  }
  return months;
}

export function satisfactionAnswer({ csat, nps, ces, ...rest }: Satisfaction): CustomerAnswer['satisfaction'] {
  const told = (latest: Satisfaction['csat']) => latest && { score: latest.score, scale: latest.scale, on: formatDay(latest.day) };
  return { csat: told(csat), nps: told(nps), ces: told(ces), ...rest };
}

/** Where there is no prediction nothing can be said to be at risk; `worth.insufficient` says why. */
export function riskAnswer({ level, valueAtRisk, sensibleSpend, reasons, action }: Risk, calendar: BusinessCalendar): CustomerAnswer['risk'] {
  return { level, valueAtRisk: valueAtRisk ?? 0, sensibleSpend: sensibleSpend ?? 0, reasons: reasons.map((reason) => reasonAnswer(reason, calendar)), action };
}

function reasonAnswer(reason: RiskReason, calendar: BusinessCalendar): CustomerAnswer['risk']['reasons'][number] {
  if (reason.code === 'silent') return { ...reason, lastOn: formatDay(reason.lastOn) };
  if (reason.code === 'complaint-open') return { ...reason, openedAt: formatDay(calendar.dayOf(reason.openedAt)) };
  return reason.code === 'low-score' ? { ...reason, day: formatDay(reason.day) } : reason;
}
