import type { Figures } from './figures.ts';
import { Secrets } from './secrets.ts';

/**
 * The keys of the figures that have to be hidden besides those of few opinions, so that nobody can work these out, by score.
 *
 * Figures are shown one after another, as long as no secret follows: not by adding and subtracting any of the figures shown, of all scores, periods and places;
 * not because a whole less its shown parts leaves too few opinions; and not because all opinions left count the same. One that would tell too much is hidden
 * in every score and is a secret itself from then on.
 * Source: secondary cell suppression, A. Hundepool et al., Statistical Disclosure Control (2012), chapter 4; here over opinions instead of disjoint cells,
 * because the latest answers of months do not add up to those of a year.
 */
export function suppress(all: Figures, hiddenBelow: number): Set<string>[] {
  const { figures } = all;
  const scores = all.counts.map((_, score) => new Secrets(all, score, hiddenBelow));
  const hidden = scores.map(() => new Set<string>());
  if (!scores.some(({ any }) => any)) return hidden;
  const divisionsOf = divisions(all);
  figures.forEach(({ key }, figure) => {
    const told = scores.filter((score) => score.hasAny(figure) && !score.isHidden(figure));
    const lessons = told.map((score) => (score.isKnown(figure) ? 'known' : score.lesson(figure, divisionsOf[figure]!)));
    if (lessons.includes(null)) {
      told.filter((_, at) => lessons[at] !== 'known').forEach((score) => {
        score.hide(figure);
        hidden[scores.indexOf(score)]!.add(key);
      });
    } else {
      told.forEach((score, at) => { score.show(figure, lessons[at] === 'known' ? null : lessons[at] as Float64Array); });
    }
  });
  return hidden;
}

/** By figure: the divisions it is the whole or a part of. */
function divisions({ figures }: Figures): { whole: number; parts: readonly number[] }[][] {
  const numbers = new Map(figures.map(({ key }, figure) => [key, figure]));
  const parts = new Map<string, { whole: number; parts: number[] }>();
  figures.forEach(({ partOf }, figure) => {
    for (const { whole, into } of partOf) {
      const name = `${whole}\n\n${into}`;
      const division = parts.get(name) ?? { whole: numbers.get(whole)!, parts: [] };
      division.parts.push(figure);
      parts.set(name, division);
    }
  });
  const of: { whole: number; parts: readonly number[] }[][] = figures.map(() => []);
  for (const division of parts.values()) for (const figure of [division.whole, ...division.parts]) of[figure]!.push(division);
  return of;
}
