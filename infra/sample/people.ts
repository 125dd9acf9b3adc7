import { formatDay, partsOf, dayAt, type Day } from '../../functions/domain/calendar.ts';
import { categoryNames } from './goods.ts';
import { chineseName, softAnswers } from './names.ts';
import type { Random } from './random.ts';
import type { Associate, Shop } from './shops.ts';
import type { TradingDays } from './trading-days.ts';

/** How somebody shops. Rates are per ordinary day; price level runs from 0 to 1. */
export interface Habits {
  purchaseRate: number;
  /** Chance that a purchase was her last. */
  dropOut: number;
  priceLevel: number;
  extraUnits: number;
  /** Share of her visits that wait for a sale. */
  bargains: number;
  liking: ReadonlyMap<string, number>;
}
/** A member of the chain. */
export interface Person {
  customerId: string;
  shop: Shop;
  associate: Associate;
  enrolledOn: Day;
  buysOnEnrolment: boolean;
  obtained: string;
  habits: Habits;
  birthday: { month: number; date: number };
  profile: Record<string, unknown>;
}

/** Heterogeneity as the BG/NBD model has it: purchase rates are gamma distributed (per week, shape and rate), drop-out chances beta distributed. */
const rates = { shape: 1.05, perWeek: 10.5 };
const dropOuts = { a: 0.8, b: 4.2 };
const enrolledInOpening = 0.3;
const openingShare = 0.1;

const channels = ['wechat', 'sms', 'call', 'email'] as const;
const waysToCard: [way: string, share: number][] = [['free-by-ticket', 40], ['paid', 18], ['first-purchase', 16], ['referral', 9], ['partner', 9], ['event', 8]];

/** Draws one member: a third of them joined in the first weeks, when the cards were introduced. */
export function drawPerson(random: Random, number: number, shops: readonly Shop[], days: TradingDays): Person {
  const shop = random.pickWeighted(shops, ({ trade }) => trade);
  const associate = random.pickWeighted(shop.associates, ({ diligence }) => 0.4 + diligence);
  const enrolledOn = days.atShare(random.chance(enrolledInOpening) ? random.uniform() * openingShare : random.uniform());
  const [obtained] = random.pickWeighted(waysToCard, ([, share]) => share);
  const gender = random.chance(0.84) ? 'female' : 'male';
  const { year } = partsOf(enrolledOn);
  const birthDate = dayAt(year - Math.round(20 + 42 * random.beta(1.8, 2.8)), random.whole(1, 12), random.whole(1, 31));
  const { month, date } = partsOf(birthDate);
  return {
    customerId: `C${String(number).padStart(4, '0')}`, shop, associate, enrolledOn, obtained, birthday: { month, date },
    buysOnEnrolment: obtained === 'partner' || obtained === 'event' ? random.chance(0.35) : random.chance(0.94),
    habits: drawHabits(random),
    profile: drawProfile(random, { number, gender, birthDate: formatDay(birthDate), associate }),
  };
}

/** How a person shops, without knowing who she is; walk-ins have habits, too. */
export function drawHabits(random: Random): Habits {
  const favourite = random.pick(categoryNames);
  const second = random.pick(categoryNames);
  return {
    purchaseRate: random.gamma(rates.shape, rates.perWeek) / 7,
    dropOut: random.beta(dropOuts.a, dropOuts.b),
    priceLevel: random.beta(1.6, 2.6),
    extraUnits: random.gamma(2, 2 / 0.62),
    bargains: random.beta(0.5, 1.6),
    liking: new Map([[second, 1.5], [favourite, 3]]),
  };
}

function drawProfile(random: Random, { number, gender, birthDate, associate }: { number: number; gender: 'female' | 'male'; birthDate: string; associate: Associate }) {
  const maybe = <T>(probability: number, value: T): T | undefined => (random.chance(probability) ? value : undefined);
  const { diligence } = associate;
  const openness = diligence * (0.35 + 0.65 * random.uniform());
  const soft = Object.fromEntries(Object.entries(softAnswers).flatMap(([field, answers]) => (random.chance(openness) ? [[field, random.pick(answers)]] : [])));
  return {
    associateId: associate.associateId,
    language: random.chance(0.93) ? 'zh-CN' : random.pick(['zh-TW', 'en']),
    preferredChannel: maybe(0.5 + diligence / 3, random.pickWeighted(channels, (channel) => ({ wechat: 6, sms: 2, call: 1, email: 0.6 })[channel])),
    consent: { sms: random.chance(0.82), call: random.chance(0.5), email: random.chance(0.35), wechat: random.chance(0.78) },
    hard: {
      name: chineseName(random, gender), gender,
      // 138 0000 is followed by the customer's number: nobody's telephone.
      phone: maybe(0.97, `1380000${String(number).padStart(4, '0')}`),
      birthDate: maybe(0.9, birthDate),
      email: maybe(diligence * 0.5, `c${String(number).padStart(4, '0')}@example.com`),
      address: maybe(diligence * 0.4, `示例市样板路 ${random.whole(1, 400)} 号`),
      size: maybe(diligence * 0.8, random.pick(['XS', 'S', 'S', 'M', 'M', 'M', 'L', 'XL'])),
    },
    soft: Object.keys(soft).length > 0 ? soft : undefined,
  };
}
