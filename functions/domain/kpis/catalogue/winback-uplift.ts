import { firstWinBackOn, outcomesOf, upliftOf, type LapseOutcome } from '../../lifecycle/win-back.ts';
import type { KpiParameters, KpiTally, SeriesKpi } from '../kpi.ts';

export const winbackUplift: SeriesKpi = {
  id: 'winback-uplift',
  unit: 'share',
  moreIsBetter: true,
  sees: 'everyone',
  name: { en: 'Win-back uplift', 'zh-CN': '挽留增益', 'zh-TW': '挽留增益' },
  definition: {
    en: 'Of the customers who fell dormant in the period, the share who came back within 90 days, minus the same share of the control group that nobody asks back; with the interval of the difference. Counted from the first win-back contact on, once the 90 days are over; no value where a group is empty.',
    'zh-CN': '期间内进入沉睡的顾客在 90 天内回来的占比，减去不作挽留的随机对照组的同一占比，附差值区间。自首次挽留联系起、满 90 天后计入；任一组为空则无值。',
    'zh-TW': '期間內進入沉睡的顧客在 90 天內回來的占比，減去不作挽留的隨機對照組的同一占比，附差值區間。自首次挽留聯繫起、滿 90 天後計入；任一組為空則無值。',
  },
  tally: upliftTally,
};

function upliftTally({ lifecycle, rules: { asOf } }: KpiParameters): KpiTally {
  const outcomes: LapseOutcome[] = [];
  let firstContact = Infinity;
  return {
    add({ history, from, to }) {
      firstContact = Math.min(firstContact, firstWinBackOn(history));
      outcomes.push(...outcomesOf(history, lifecycle, asOf).filter(({ dormantOn }) => dormantOn >= from && dormantOn < to));
    },
    measure() {
      const counts = lifecycle.winBack.from ?? firstContact;
      return upliftOf(outcomes.filter(({ dormantOn }) => dormantOn >= counts));
    },
  };
}
