import type { Figures } from './figures.ts';
import type { Parts } from './leftovers.ts';
import { Secrets } from './secrets.ts';

/**
 * The keys of the figures that have to be hidden besides those of few opinions, so that nobody can work these out, by score.
 *
 * Figures are shown one after another, as long as no secret follows: not by adding and subtracting any of the figures shown, of all periods and places at once;
 * not because a whole less its shown parts leaves too few opinions; and not from the least and the most that opinions can count. One that would tell too much
 * is hidden in every score and is a secret itself from then on.
 * Source: secondary cell suppression, A. Hundepool et al., Statistical Disclosure Control (2012), chapter 4; here over opinions instead of disjoint cells,
 * because the latest answers of months do not add up to those of a year.
 */
export function suppress(all: Figures, hiddenBelow: number): Set<string>[] {
  const scores = all.scores.map((_, score) => new Secrets(all, score, hiddenBelow));
  const hidden = scores.map(() => new Set<string>());
  if (!scores.some(({ any }) => any)) return hidden;
  const divisionsOf = divisions(all);
  all.figures.forEach(({ key }, figure) => {
    const told = scores.flatMap((secrets, score) => {
      if (!secrets.hasAny(figure) || secrets.isHidden(figure)) return [];
      const isKnown = secrets.isKnown(figure);
      return [{ secrets, score, isKnown, lesson: isKnown ? null : secrets.lesson(figure, divisionsOf[figure]!) }];
    });
    const givesAway = told.some(({ isKnown, lesson }) => !isKnown && lesson === null);
    for (const { secrets, score, isKnown, lesson } of told) {
      if (isKnown || !givesAway) {
        secrets.show(figure, lesson, divisionsOf);
      } else {
        secrets.hide(figure);
        hidden[score]!.add(key);
      }
    }
  });
  return hidden;
}

/** By figure: the divisions it is the whole or a part of. */
function divisions({ figures }: Figures): Parts[][] {
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
  const of: Parts[][] = figures.map(() => []);
  for (const division of parts.values()) for (const figure of [division.whole, ...division.parts]) of[figure]!.push(division);
  return of;
}
