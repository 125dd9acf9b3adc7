import type { ClvResult } from './result.ts';
import { weeksText } from './weeks-text.ts';

/** What lifetime value means in a result: whether spend or profit, and within how many weeks. */
export function valueName({ input, horizonWeeks }: Pick<ClvResult, 'input' | 'horizonWeeks'>): string {
  return `${input.marginSource === null ? 'spend' : 'profit'} within ${weeksText(horizonWeeks)} weeks`;
}
