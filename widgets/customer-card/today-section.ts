import { html, nothing } from 'lit/html.js';
import { day, monthAndDay } from '../internal/format.ts';
import { sayCode } from '../internal/localize.ts';
import { reachableBy } from './reachable-by.ts';
import { section, type CardContext } from './section.ts';

const BIRTHDAY_AHEAD_DAYS = 30;
const THANKS_WITHIN_DAYS = 7;
const MS_PER_DAY = 86_400_000;

/** What to do about the customer today, and how she may be reached. */
export function todaySection({ customer: { file, risk, history, asOf }, language, words, say }: CardContext): unknown {
  const channel = (code: string) => sayCode(words.codes, code);
  const todo: string[] = [];
  if (risk.action && risk.action !== 'none') todo.push(sayCode(words.codes, risk.action));
  if (file.birthday && daysUntilBirthday(file.birthday, asOf) <= BIRTHDAY_AHEAD_DAYS) todo.push(say('todayBirthday', { day: monthAndDay(file.birthday, language) }));
  if (history.lastOn && daysBetween(history.lastOn, asOf) <= THANKS_WITHIN_DAYS) todo.push(say('todayThanks', { day: day(history.lastOn, language) }));
  const reached = reachableBy(file, risk.action);
  const never = Object.entries(file.consent).filter(([, given]) => !given).map(([code]) => channel(code));
  return section('today', say('today'), html`
    ${todo.length === 0 ? html`<p>${say('todayNothing')}</p>` : html`<ul class="todo">${todo.map((line) => html`<li>${line}</li>`)}</ul>`}
    <p class="small muted">${reached ? say('todayContact', { channel: channel(reached) }) : todo.length > 0 ? say('todayInShop') : nothing} ${never.length > 0 ? say('todayNever', { channels: never.join(language === 'en' ? ', ' : '、') }) : nothing}</p>`);
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

/** Days from a date to the next birthday `MM-DD`, 0 on the day itself. */
export function daysUntilBirthday(birthday: string, date: string): number {
  const year = Number(date.slice(0, 4));
  const thisYear = daysBetween(date, `${year}-${birthday}`);
  return thisYear >= 0 ? thisYear : daysBetween(date, `${year + 1}-${birthday}`);
}
