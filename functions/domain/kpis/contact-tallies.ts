import { countContacts } from '../contacts/plan.ts';
import { wilson } from '../statistics/proportion.ts';
import type { CustomerInPeriod, KpiParameters, KpiTally, Measure } from './kpi.ts';

/** Counts the contacts that were due in a period and can be judged by the as-of date, and how many of them were made; `say` makes a value of both. */
export function contactsTally({ contacts }: KpiParameters, say: (due: number, made: number) => Measure): KpiTally {
  let [due, made] = [0, 0];
  return {
    add({ history, score, from, to }: CustomerInPeriod) {
      if (contacts === undefined) return;
      const planned = contacts.of(history, score.tier).filter(({ day }) => day >= from && day < to);
      const counted = countContacts(planned, history, contacts.asOf);
      due += counted.due;
      made += counted.made;
    },
    measure: () => say(due, made),
  };
}

/** A share of what was due, with its Wilson interval. */
export function shareMade(due: number, made: number): Measure {
  return { value: due === 0 ? null : made / due, n: due, interval: wilson(made, due) };
}
