import { parseDay } from '../calendar.ts';
import type { Campaign } from './settings.ts';

const names = {
  spring: { 'zh-CN': '春节', 'zh-TW': '春節', en: 'Spring Festival' },
  'dragon-boat': { 'zh-CN': '端午节', 'zh-TW': '端午節', en: 'Dragon Boat Festival' },
  'mid-autumn': { 'zh-CN': '中秋节', 'zh-TW': '中秋節', en: 'Mid-Autumn Festival' },
} as const;

/** First day of the first, fifth day of the fifth and fifteenth day of the eighth month of the Chinese calendar. */
const dates: Record<keyof typeof names, readonly string[]> = {
  spring: ['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03'],
  'dragon-boat': ['2025-05-31', '2026-06-19', '2027-06-09', '2028-05-28', '2029-06-16', '2030-06-05'],
  'mid-autumn': ['2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
};

/** The festivals that the calendar of a chain begins with. */
export const festivals: readonly Campaign[] = (Object.keys(names) as (keyof typeof names)[]).flatMap((festival) =>
  dates[festival].map((date): Campaign => ({ id: `${festival}-${date.slice(0, 4)}`, purpose: 'festival', day: parseDay(date), title: names[festival] })));
