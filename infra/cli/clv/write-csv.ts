import { csvCell } from '../../../functions/contract/csv-cell.ts';
import type { ClvResult } from './result.ts';

const PIECE = 5000;
const HEADER = 'id,frequency,recency,T,monetaryValue,pAlive,expectedOccasions,expectedValue,lifetimeValue,intervalLow,intervalHigh,occasionsLow,occasionsHigh';

/** The customers of a result as CSV, in pieces; what there is no model for stays empty, and margins are told where they were asked for. */
export function* csvOf(result: ClvResult): Generator<string> {
  yield `${HEADER}${result.input.marginSource === null ? '' : ',marginRate'}\n`;
  for (let from = 0; from < result.listed.length; from += PIECE) {
    yield Array.from(result.listed.slice(from, from + PIECE), (place) => lineOf(result, place)).join('');
  }
}

function lineOf(result: ClvResult, place: number): string {
  const score = result.scoreOf(place);
  return `${[
    csvCell(score.id), score.frequency, score.recency, score.age, score.monetaryValue, score.pAlive, score.expectedOccasions,
    score.expectedValue ?? '', score.lifetimeValue ?? '', ...(score.interval ?? ['', '']), ...score.occasionsInterval, ...(result.input.marginSource === null ? [] : [score.marginRate]),
  ].join(',')}\n`;
}
