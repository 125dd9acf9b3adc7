import type { PolicyReplayAnswer } from '../../../functions/contract/policy-answers.ts';
import { minorDigits } from '../../../functions/domain/money.ts';

const moversShown = 10;
const nobody = '(none)';
/** The rules of the draft that hold customers who would otherwise fall. */
const softening = [['grace', 'grace'], ['keep', 'keep rules'], ['stepLimit', 'limit of steps']] as const;

/** A replay as text: the matrix with old tiers down and new ones across, then what it costs and who moves. */
export function replayTable(replay: PolicyReplayAnswer): string {
  const { customers, moved, benefitCost, flipsPerYear, effects, asOf, runId, movers } = replay;
  const money = (amount: number) => `${(amount / 10 ** minorDigits(replay.currency)).toLocaleString('en-US', { maximumFractionDigits: 0 })} ${replay.currency}`;
  const flips = (count: number | null) => (count === null ? 'not known, because tiers are ranks' : count.toLocaleString('en-US'));
  const named = movers.slice(0, moversShown);
  return [
    `as of ${asOf}, run ${runId}: ${moved.toLocaleString('en-US')} of ${customers.toLocaleString('en-US')} customers would change tier`,
    '',
    ...matrixLines(replay),
    '',
    `benefits of a year   ${money(benefitCost.now)} now, ${money(benefitCost.draft)} with the draft`,
    `lifetime value       ${money(lifetimeValueOfMovers(replay))} of those who move`,
    `changes in a year    ${flips(flipsPerYear.now)} now, ${flips(flipsPerYear.draft)} with the draft`,
    ...softening.map(([rule, name]) => `${name.padEnd(19)}  holds ${effects[rule].customers.toLocaleString('en-US')} customers, which costs ${money(effects[rule].benefitCost)} a year`),
    ...(named.length === 0 ? [] : ['', `the ${named.length} who spent most among them`, ...named.map(({ customerId, from, to, netSpend }) => `  ${customerId}  ${from ?? nobody} → ${to ?? nobody}  ${money(netSpend)}`)]),
  ].join('\n');
}

function matrixLines({ matrix }: PolicyReplayAnswer): string[] {
  const olds = [...new Set(matrix.map(({ from }) => from))];
  // The cells come in the order of the old ladder, so the new tiers have to be put in order by the cells of all rows together.
  const news = inOrder(olds.map((old) => matrix.filter(({ from }) => from === old).map(({ to }) => to)));
  const cell = (from: string | null, to: string | null) => (matrix.find((each) => each.from === from && each.to === to)?.customers ?? 0).toLocaleString('en-US');
  const rows = [
    ['now \\ draft', ...news.map((tier) => tier ?? nobody)],
    ...olds.map((from) => [from ?? nobody, ...news.map((to) => cell(from, to))]),
  ];
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) => row.map((text, at) => (at === 0 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join('  '));
}

/** One order that agrees with every list, each of which is a part of it. */
function inOrder(lists: readonly (readonly (string | null)[])[]): (string | null)[] {
  const open = new Set(lists.flat());
  const order: (string | null)[] = [];
  while (open.size > 0) {
    const next = [...open].find((tier) => lists.every((list) => list.slice(0, Math.max(0, list.indexOf(tier))).every((before) => !open.has(before))))!;
    order.push(next);
    open.delete(next);
  }
  return order;
}

function lifetimeValueOfMovers({ matrix }: PolicyReplayAnswer): number {
  return matrix.reduce((sum, { from, to, lifetimeValue }) => (from === to ? sum : sum + lifetimeValue), 0);
}
