import { readLines } from '../read-lines.ts';
import type { Format } from '../record.ts';

/** Events as the bus carries them, one JSON object a line: `{ "detail-type", "detail" }`. */
export const guibinLines: Format = async function* (file) {
  let line = 0;
  for await (const text of readLines(file)) {
    line += 1;
    const raw = line === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (raw.trim() === '') continue;
    const event = parseLine(raw);
    if (event) yield { is: 'event', line, raw, ...event };
    else yield { is: 'rejected', line, raw, reason: 'is not a JSON object with "detail-type" and "detail"' };
  }
};

function parseLine(raw: string): { detailType: string; detail: unknown } | undefined {
  try {
    const value = JSON.parse(raw) as { 'detail-type'?: unknown; detail?: unknown } | null;
    const detailType = value?.['detail-type'];
    return typeof detailType === 'string' && value !== null && 'detail' in value ? { detailType, detail: value.detail } : undefined;
  } catch {
    return undefined;
  }
}
