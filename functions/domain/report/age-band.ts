import type { Profile } from '../history.ts';

/** The age bands of the report; `unknown` where nobody wrote down a year of birth. */
export const ageBands = ['0-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];
const beginnings: readonly (readonly [number, AgeBand])[] = [[65, '65+'], [55, '55-64'], [45, '45-54'], [35, '35-44'], [25, '25-34'], [18, '18-24'], [0, '0-17']];
const oldest = 120;

/** The age band of a customer in a year, from her year of birth, else from where the band in her file begins. */
export function ageBandOf({ birthYear, ageBand }: Profile, year: number): AgeBand {
  const age = birthYear === null ? Number(/^\d+(?=\s*([-–—~+至到]|$))/.exec(ageBand ?? '')?.[0] ?? NaN) : year - birthYear;
  return (age <= oldest && beginnings.find(([from]) => age >= from)?.[1]) || 'unknown';
}
