/** A figure as part of a larger one: all parts of one division together have all the opinions of the whole. */
export interface Division { whole: string; into: string }

/** One figure that can be asked for, with the opinions it rests on in each score, by number. */
export interface Figure { key: string; partOf: readonly Division[]; behind: readonly (readonly number[])[] }

/** All figures that can be asked for, those to be shown first at the beginning; and by score and opinion what it counts for. */
export interface Figures { counts: readonly (readonly number[])[]; figures: readonly Figure[] }
