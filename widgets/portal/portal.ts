import type { CustomerList } from '../../functions/contract/answers.ts';
import type { Language } from '../../functions/contract/localized.ts';
import { texts } from './texts.ts';

/** The demo page around the widgets: who is signed in, which store, which language, which board. */

type Role = keyof typeof texts['en']['roles'];
const pages = { counter: 'counter', store: 'store-page', chain: 'chain-page', report: 'report-page' } as const;
/** Who serves in each store, for the page of her own. */
const associateOf: Record<string, string> = { S01: 'A01', S02: 'A06', S03: 'A10', S04: 'A14', S05: 'A18', S06: 'A22' };
const homeOf: Record<Role, keyof typeof pages> = { associate: 'counter', manager: 'store', 'head-office': 'chain' };

const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
const [store, role, language] = ['store', 'role', 'language'].map((name) => find(`#pick-${name}`)) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement];
const main = find('main');
const monthsOffered = 14;
const remembered = (key: string, otherwise: string) => sessionStorage.getItem(`portal-${key}`) ?? otherwise;

function preferredLanguage(): Language {
  const asked = remembered('language', navigator.language);
  return asked in texts ? asked as Language : asked.startsWith('zh') ? 'zh-CN' : 'en';
}

/** Writes every text of the page in the chosen language, and keeps what is chosen. */
function speak(): void {
  const say = texts[document.documentElement.lang as Language];
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = say[element.dataset['text'] as 'brand'];
  }
  const withAll = role.value === 'head-office' || role.value === '';
  fillOptions(store, [...(withAll ? [['', say.all] as const] : []), ...Object.entries(say.stores)]);
  fillOptions(role, Object.entries(say.roles));
  offerMonths();
  find('#today').textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'full' }).format(new Date());
  for (const list of document.querySelectorAll('.news')) {
    list.replaceChildren(...say.notices.map(([date, text]) => {
      const item = document.createElement('li');
      const time = document.createElement('time');
      time.textContent = date;
      item.append(time, text);
      return item;
    }));
  }
}

function fillOptions(select: HTMLSelectElement, options: readonly (readonly [string, string])[]): void {
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
}

/** Offers the month that is over and those before it, the latest first, in the language of the page. */
function offerMonths(): void {
  const pick = document.querySelector<HTMLSelectElement>('#pick-month');
  if (!pick) return;
  const [now, format] = [new Date(), new Intl.DateTimeFormat(document.documentElement.lang, { year: 'numeric', month: 'long', timeZone: 'UTC' })];
  fillOptions(pick, Array.from({ length: monthsOffered }, (_, ago) => {
    const month = new Date(Date.UTC(now.getFullYear(), now.getMonth() - ago));
    return [month.toISOString().slice(0, 7), format.format(month)] as const;
  }));
  const report = document.querySelector('vip-report')!;
  pick.value = report.getAttribute('month') ?? pick.options[1]!.value;
  report.setAttribute('month', pick.value);
}

/** Signs the chosen person in: the widgets ask for a new token and forget what the last one saw. */
function signIn(): void {
  const provider = find('#vip');
  const query = new URLSearchParams({ role: role.value, ...(store.value && { store: store.value }), ...(role.value === 'associate' && { associate: associateOf[store.value] ?? '' }) });
  provider.setAttribute('store', store.value);
  provider.setAttribute('token-url', `/token?${query.toString()}`);
  for (const [key, select] of Object.entries({ store, role, language })) sessionStorage.setItem(`portal-${key}`, select.value);
}

/** Shows the board that the address names, and on the counter the customer it names. */
function open(): void {
  const [page = '', customer] = location.hash.slice(1).split('/').map(decodeURIComponent);
  const shown = page in pages ? page as keyof typeof pages : homeOf[role.value as Role];
  if (main.dataset['page'] !== shown) {
    main.dataset['page'] = shown;
    main.replaceChildren((find(`template#${pages[shown]}`) as HTMLTemplateElement).content.cloneNode(true));
    for (const link of document.querySelectorAll('nav a')) {
      if (link.getAttribute('href') === `#${shown}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    speak();
  }
  if (customer) document.querySelector('vip-customer-card')?.setAttribute('customer', customer);
}

role.addEventListener('change', () => {
  speak();
  if (role.value === 'head-office') store.value = '';
  signIn();
  location.hash = homeOf[role.value as Role];
});
store.addEventListener('change', () => {
  document.querySelector('vip-customer-card')?.removeAttribute('customer');
  history.replaceState(null, '', location.hash.split('/')[0]);
  signIn();
});
language.addEventListener('change', () => {
  document.documentElement.lang = language.value;
  signIn();
  speak();
});
main.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.id === 'pick-month') document.querySelector('vip-report')!.setAttribute('month', target.value);
});
window.addEventListener('hashchange', open);
document.addEventListener('vip-select', (event) => {
  location.hash = `counter/${encodeURIComponent((event as CustomEvent<{ customerId: string }>).detail.customerId)}`;
  scrollTo({ top: 0 });
});
// Somebody is in front of the associate from the start: whoever needs attention most.
document.addEventListener('vip-ready', (event) => {
  const card = document.querySelector('vip-customer-card');
  if ((event.target as Element).localName !== 'vip-at-risk' || !card || card.getAttribute('customer')) return;
  const first = (event as CustomEvent<[CustomerList]>).detail[0].items[0];
  if (first) card.setAttribute('customer', first.customerId);
});

document.documentElement.lang = preferredLanguage();
language.value = document.documentElement.lang;
speak();
role.value = remembered('role', 'associate');
speak();
store.value = remembered('store', role.value === 'head-office' ? '' : 'S01');
signIn();
open();
