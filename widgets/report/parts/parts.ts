import '../../core.ts';
import { html, nothing } from 'lit/html.js';
import type { ReportAnswer } from '../../../functions/contract/report-answers.ts';
import { money, number, percent, period } from '../../internal/format.ts';
import { sayCode, speaker } from '../../internal/localize.ts';
import { groupTable, plainTable, type TableContext } from '../figure-tables.ts';
import { partMessages } from './messages.ts';

/** Where there is room for two columns: across both, in one, or beside two others. */
type Place = 'whole' | 'half' | 'half tall';
type Group = { name: string; figures: ReportAnswer['figures'] };

/** Everything below the first table: goals, categories, ages, stores or associates, where members come from, and who came back. */
export function parts(context: TableContext): unknown {
  const { report: { goals, categories, ageBands, stores, associates, channels, cohorts, currency }, language } = context;
  const table = partMessages[language];
  const say = speaker(table);
  const groups = (title: string, name: string, list: readonly Group[], place?: Place) => section(title, list.length, groupTable(context, name, list), place);
  return html`
    ${groups(say('goals'), say('class'), goals.map((goal) => ({ name: say(goal.class), figures: goal.figures })))}
    ${groups(say('categories'), say('name'), categories.map(({ category, figures }) => ({ name: category, figures })), 'half tall')}
    ${groups(say('ages'), say('age'), ageBands.filter(hasSomebody).map(({ band, figures }) => ({ name: band === 'unknown' ? say('unknown') : band.replace('-', '–'), figures })))}
    ${groups(say('stores'), say('name'), stores.map(({ store, figures }) => ({ name: store, figures })), 'whole')}
    ${groups(say('associates'), say('name'), associates.map(({ associate, figures }) => ({ name: associate, figures })), 'whole')}
    ${section(say('channels'), channels.length, plainTable(say('channels'), [say('way'), say('enrolled'), say('bought'), say('spent')], channels.map(({ channel, enrolled, bought, netSpend }) =>
      [sayCode(table, channel), number(enrolled, language), number(bought, language), money(netSpend, currency, language)])))}
    ${section(say('cohorts'), cohorts.length, cohortTable(context, say('cohorts'), say('first'), say('size')))}`;
}

/** Whether a group had anybody in any of the months. */
function hasSomebody({ figures }: { figures: ReportAnswer['figures'] }): boolean {
  return figures.some(({ now, lastMonth, lastYear }) => [now, lastMonth, lastYear].some((month) => month?.value));
}

/** A part with its heading; nothing where it has no rows. */
function section(title: string, rows: number, body: unknown, place: Place = 'half'): unknown {
  return rows === 0 ? nothing : html`<section part="section" class=${place}><h3 class="label caps">${title}</h3>${body}</section>`;
}

function cohortTable({ report: { cohorts }, language }: TableContext, label: string, first: string, size: string): unknown {
  const names = [...new Set(cohorts.map((row) => row.period))];
  const later = names.map((_, month) => month).slice(1);
  return plainTable(label, [first, size, ...later.map((month) => `+${month}`)], names.map((name) => {
    const at = (month: number) => cohorts.find((row) => row.period === name && row.month === month);
    return [period(name, language), number(at(0)?.n ?? 0, language), ...later.map((month) => at(month)?.value ?? null).map((value) => value === null ? '' : percent(value, language, 0))];
  }));
}
