/** A figure as part of a larger one: all parts of one division together have all the opinions of the whole. */
export interface Division { whole: string; into: string }

/** One figure that can be asked for, with the opinions it rests on in each score, by number. */
export interface Figure { key: string; partOf: readonly Division[]; behind: readonly (readonly number[])[] }

/** One thing that a score and its interval tell of opinions: what each counts for, by number, and the least and the most that is. */
export interface Aspect { counts: readonly number[]; lowest: number; highest: number }

/** All figures that can be asked for, those to be shown first at the beginning; and by score what it tells. */
export interface Figures { scores: readonly (readonly Aspect[])[]; figures: readonly Figure[] }
