import type { CustomerList } from '../../functions/contract/answers.ts';
import type { ContactItem, ContactList } from '../../functions/contract/contact-answers.ts';
import { asOf, atRisk, harmfulName, provenance } from './fixture-answers.ts';

/** An invented day of contacts: something of every kind of sentence, one done already, one overdue, one name that is markup. */

const item = (purpose: ContactItem['purpose'], customerId: string, name: string | null, more: Partial<ContactItem> = {}): ContactItem => ({
  id: `${customerId}/${purpose}/2026-11-22`, customerId, name, tier: 'gold', storeId: 'S01', associateId: 'A7', associateName: '小陈', purpose, channel: 'wechat',
  day: '2026-11-22', lastDay: '2026-11-28', hours: { from: 10, to: 18 }, about: {}, language: 'zh-CN', text: '尊敬的顾客，祝您一切顺利。【素织 南京西路店】', done: false, outcome: null, ...more,
});

const items: ContactItem[] = [
  item('birthday', 'C42', '林婉仪', { tier: 'platinum', lastDay: '2026-11-22', hours: { from: 10, to: 12 }, about: { gift: '羊绒围巾' }, text: '尊敬的林婉仪，祝您生日快乐！羊绒围巾已为您备好，欢迎到店领取。【素织 南京西路店】' }),
  item('thank-you', 'C18', '周若兰', { channel: 'call', day: '2026-11-20', about: { day: '2026-11-19' }, language: 'en', text: 'Dear 周若兰, thank you for your visit on 19 November. – Suzhi, Nanjing Road West' }),
  item('upgrade-near', 'C7', harmfulName, { channel: 'sms', about: { amount: 123_450, deadline: '2026-12-31', targetTier: 'platinum' } }),
  item('invitation', 'C55', null, { channel: 'email', about: { campaign: 'tea', day: '2026-11-28' }, title: { en: 'Tea in the atelier', 'zh-CN': '工坊茶会', 'zh-TW': '工坊茶會' } }),
  item('welcome', 'C60', '许诺', { channel: 'post', done: true, outcome: 'reached' }),
];

/** The contacts of a day, or of more, of whom a query asks about. */
export function contactsDue(query: URLSearchParams, empty: boolean): ContactList {
  const customer = query.get('customer');
  const wanted = empty ? [] : items.filter(({ customerId }) => customer === null || customerId === customer);
  const days = { day: '2026-11-23', week: '2026-11-29', month: '2026-12-22' }[query.get('grain') ?? 'day']!;
  return { ...provenance(), from: '2026-11-22', to: days, items: wanted, total: wanted.length, open: wanted.filter(({ done }) => !done).length, next: null };
}

/** Next month's birthdays: with gift and greeting, without a gift, and without consent. */
export const birthdays: CustomerList = {
  ...atRisk, asOf, total: 3,
  items: atRisk.items.slice(0, 3).map((customer, i) => ({
    ...customer, birthday: `12-0${i + 3}`,
    birthdayPlan: {
      day: `2026-12-0${i + 3}`, gift: i === 1 ? null : { name: '羊绒围巾', cost: 39_900 }, channel: i === 2 ? null : 'wechat',
      text: i === 2 ? null : '尊敬的顾客，祝您生日快乐！【素织 南京西路店】',
    },
  })),
};
