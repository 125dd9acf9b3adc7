import type { Answer } from '../../history.ts';
import { feelingOf } from '../../satisfaction/feeling.ts';
import type { Aspect } from '../../satisfaction/suppression/figures.ts';
import type { SatisfactionSettings } from '../../satisfaction/settings.ts';
import type { CustomerInPeriod } from '../kpi.ts';
import { netSpendIn } from '../tallies.ts';
import type { opinionScores } from './told-tables.ts';

/** The opinions that one score is made of, numbered from 0; one that was told to several stores is one. */
export class NumberedOpinions {
  /** By opinion: what the score makes of it. */
  readonly #counts: number[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #known = new WeakMap<Answer, number>();

  constructor(private readonly score: (typeof opinionScores)[number], private readonly settings: SatisfactionSettings) {}

  /** What the score and its interval tell: of NPS promoters and detractors by themselves. */
  get aspects(): Aspect[] {
    if (this.score === 'ces') return [{ counts: this.#counts, lowest: 1, highest: 7 }];
    return (this.score === 'nps' ? [1, -1] : [1]).map((counted) => ({ counts: this.#counts.map((counts) => Number(counts === counted)), lowest: 0, highest: 1 }));
  }

  /** The opinions that the score counts of one customer in one cell, given her latest answers there. */
  of(customer: CustomerInPeriod, latest: readonly Answer[]): number[] {
    const weighted = this.score === 'core-csat';
    const metric = weighted ? 'csat' : this.score;
    return latest.flatMap((answer) => {
      const counts = answer.metric === metric ? this.#countsOf(answer) : null;
      if (counts === null || weighted && (answer.ballot === 0 ? netSpendIn(customer) : answer.saleSpend) <= 0) return [];
      return [this.#numberOf(answer, customer.history.customerId, counts)];
    });
  }

  #numberOf(answer: Answer, customerId: string, counts: number): number {
    const known = this.#known.get(answer);
    if (known !== undefined) return known;
    const opinion = [customerId, answer.ballot, answer.day, answer.score, answer.scale].join(' ');
    const number = this.#numbers.get(opinion) ?? this.#counts.push(counts) - 1;
    this.#numbers.set(opinion, number);
    this.#known.set(answer, number);
    return number;
  }

  #countsOf(answer: Answer): number | null {
    const feeling = feelingOf(answer, this.settings);
    if (feeling === null) return null;
    if (answer.metric === 'ces') return answer.score;
    if (feeling === 'positive') return 1;
    return answer.metric === 'nps' && feeling === 'negative' ? -1 : 0;
  }
}
