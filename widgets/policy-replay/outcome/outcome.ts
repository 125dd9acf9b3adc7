import '../../core.ts';
import { html, nothing, svg } from 'lit/html.js';
import type { Tier } from '../../../functions/contract/answers.ts';
import type { Language } from '../../../functions/contract/localized.ts';
import type { PolicyReplayAnswer } from '../../../functions/contract/policy-answers.ts';
import { dataTable } from '../../internal/data-table.ts';
import { money, number } from '../../internal/format.ts';
import { speaker } from '../../internal/localize.ts';
import { fromTheTop, tierColour, tierName } from '../../internal/tiers.ts';
import { flowPicture, NODE_WIDTH, type FlowNode } from './flow.chart.ts';
import { outcomeMessages } from './messages.ts';

export interface Outcome {
  replay: PolicyReplayAnswer;
  ladder: readonly Tier[];
  width: number;
  language: Language;
  choose: (customerId: string) => void;
}

/** What a draft would change: a sentence that sums up, and the flow between tiers, the figures, and who moves. */
export function outcome({ replay, ladder, width, language, choose }: Outcome): { headline: string; details: unknown } {
  const say = speaker(outcomeMessages[language]);
  const { matrix, movers, benefitCost, flipsPerYear, effects, currency } = replay;
  const tiers = [...fromTheTop(ladder).map(({ id }): string | null => id), null].filter((id) => id !== null || matrix.some(({ from, to }) => from === null || to === null));
  const nameOf = (id: string | null) => (id === null ? say('none') : tierName(ladder, id, language));
  const count = (n: number) => number(n, language);
  const write = (amount: number, style: 'plain' | 'compact' = 'compact') => money(amount, currency, language, style);
  const cells = matrix.map((cell) => ({ ...cell, before: tiers.indexOf(cell.from), after: tiers.indexOf(cell.to) }));
  const rising = cells.filter(({ before, after }) => after < before);
  const falling = cells.filter(({ before, after }) => after > before);
  const sum = (list: typeof cells, of: 'customers' | 'lifetimeValue') => list.reduce((total, cell) => total + cell[of], 0);
  const picture = flowPicture(cells.map(({ before, after, customers }) => ({ from: before, to: after, customers })), tiers.length, width);
  const figures = [
    [say('benefits'), say('change', { now: write(benefitCost.now), draft: write(benefitCost.draft) })],
    [say('risen'), write(sum(rising, 'lifetimeValue'))],
    [say('stake'), write(sum(falling, 'lifetimeValue'))],
    [say('flips'), say('change', { now: flips(flipsPerYear.now), draft: flips(flipsPerYear.draft) })],
    ...(['grace', 'keep', 'stepLimit'] as const).map((rule) => [say(rule), say('held', { n: count(effects[rule].customers), cost: write(effects[rule].benefitCost) })]),
  ];
  const headline = replay.moved === 0 ? say('same') : say('moved', { moved: count(replay.moved), customers: count(replay.customers), up: count(sum(rising, 'customers')), down: count(sum(falling, 'customers')) });
  const details = html`
    <svg part="picture" role="img" aria-label=${say('picture')} viewBox="0 -26 ${width} ${picture.height + 28}" width=${width} height=${picture.height + 28}>
      <text class="head" y="-14">${say('before')}</text><text class="head" x=${width} y="-14" text-anchor="end">${say('after')}</text>
      ${picture.bands.map(({ from, to, customers, path }) => svg`<path class="band ${to < from ? 'up' : to > from ? 'down' : ''}" d=${path}><title>${nameOf(tiers[from]!)} → ${nameOf(tiers[to]!)}: ${count(customers)}</title></path>`)}
      ${picture.nodes[0].map((node, tier) => column(node, tier, picture.left, 0, 'start'))}
      ${picture.nodes[1].map((node, tier) => column(node, tier, picture.right, width, 'end'))}
    </svg>
    <dl class="figures">${figures.map(([name, value]) => html`<div><dt class="label">${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${dataTable(say('cells'), [say('before'), say('after'), say('customers'), say('spend'), say('worth')], cells.map((cell) => [nameOf(cell.from), nameOf(cell.to), count(cell.customers), write(cell.netSpend, 'plain'), write(cell.lifetimeValue, 'plain')]))}
    ${movers.length === 0 ? nothing : dataTable(`${say('movers')} (${movers.length})`, [say('customer'), say('before'), say('after'), say('spend'), say('worth')], movers.map((mover) => [
      html`<button class="link" @click=${() => choose(mover.customerId)}>${mover.customerId}</button>`, nameOf(mover.from), nameOf(mover.to), write(mover.netSpend, 'plain'), write(mover.lifetimeValue, 'plain')]))}`;
  return { headline, details };

  function flips(n: number | null): string {
    return n === null ? say('unknown') : count(n);
  }

  function column({ y, height, labelY, customers }: FlowNode, tier: number, x: number, edge: number, anchor: 'start' | 'end'): unknown {
    const id = tiers[tier]!;
    return svg`<rect class="node ${id === null ? 'muted' : `tier-${tierColour(ladder, id)}`}" x=${x} y=${y} width=${NODE_WIDTH} height=${Math.max(1, height)}></rect>
      <text class="name" x=${edge} y=${labelY - 1} text-anchor=${anchor}>${nameOf(id)}</text><text x=${edge} y=${labelY + 14} text-anchor=${anchor}>${count(customers)}</text>`;
  }
}
