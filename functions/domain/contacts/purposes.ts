/** Why a customer may be contacted, the most urgent first. */
export const purposes = [
  'complaint-follow-up', 'birthday', 'welcome', 'downgrade-near', 'win-back', 'upgrade-near', 'thank-you', 'invitation', 'launch', 'new-arrivals',
  'promotion', 'festival', 'anniversary', 'day-30', 'weather', 'travel', 'survey', 'visitor',
] as const;
export type Purpose = (typeof purposes)[number];

const urgency = new Map<Purpose, number>(purposes.map((purpose, i) => [purpose, i]));

/** The place of a purpose when several compete for one message; 0 is the most urgent. */
export function urgencyOf(purpose: Purpose): number {
  return urgency.get(purpose)!;
}

/** Hours of the business day, the second not included. */
export interface HourWindow { from: number; to: number }

const morning: HourWindow = { from: 10, to: 12 };
const afternoon: HourWindow = { from: 14, to: 16 };
const shopHours: HourWindow = { from: 10, to: 18 };

/** The hours in which each purpose is due; promotions and visitors are divided between two. */
export const hoursOf: Readonly<Record<Purpose, readonly [HourWindow, HourWindow?]>> = {
  'complaint-follow-up': [shopHours], birthday: [morning], welcome: [shopHours], 'downgrade-near': [shopHours], 'win-back': [shopHours],
  'upgrade-near': [shopHours], 'thank-you': [shopHours], invitation: [shopHours], launch: [shopHours], 'new-arrivals': [shopHours],
  promotion: [morning, afternoon], festival: [morning], anniversary: [morning], 'day-30': [morning], weather: [morning], travel: [morning],
  survey: [shopHours], visitor: [afternoon, morning],
};

/** Messages that sell nothing: at most one a month. */
export const nonSales: ReadonlySet<Purpose> = new Set(['festival', 'anniversary', 'weather', 'travel']);

/** How much service a tier gets: a manager of her own, coupons and surveys, or mass messages. */
export type ServiceClass = 'high' | 'middle' | 'low';
