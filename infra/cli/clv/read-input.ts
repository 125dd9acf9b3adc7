import { formatDay, type Day } from '../../../functions/domain/calendar.ts';
import { DAYS_PER_WEEK } from '../../../functions/domain/value/summary.ts';
import { UnusableInput } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { columnsOf } from './column-of.ts';
import { CsvScanner } from './csv-scanner.ts';
import type { Input } from './input.ts';
import { readBytes } from './read-bytes.ts';
import { cdnowColumns, readOnlineRetail, readPurchases, type ReadPurchases } from './read-purchases.ts';
import { readSummary } from './read-summary.ts';
import type { ClvSettings } from './settings.ts';
import { summariseLog } from './summarise-log.ts';
import { thousands } from './thousands.ts';

/** Days without a purchase after which a calibration end is more likely a slip. */
const LONGEST_SILENCE = 366;

/** Reads the file that a call names into summaries, and says on the way what it found. Throws UnusableInput. */
export async function readInput(settings: ClvSettings, say: (line: string) => void): Promise<Input> {
  const { path } = settings;
  const bytes = await readBytes(path);
  const format = settings.format ?? formatOf(path, bytes);
  if (format === 'summary') {
    if (settings.calibrationEnd !== null) throw new UnusableInput('--calibration-end needs raw purchases; a summary table has no dates');
    return readSummary(path, bytes, settings, say);
  }
  if (settings.timeUnit !== null) throw new UnusableInput(`--time-unit is for summary tables; ${path} holds purchases with dates`);
  const columns = settings.columns ?? cdnowColumns;
  const read = format === 'online-retail' ? readOnlineRetail(path, bytes) : readPurchases(path, bytes, columns);
  say(told(read));
  const { rows, leftOut, log: { firstDay, lastDay } } = read;
  if (settings.calibrationEnd !== null && settings.calibrationEnd > lastDay) say(`everybody is taken to have been silent for the ${settings.calibrationEnd - lastDay} days from the last purchase to ${formatDay(settings.calibrationEnd)}`);
  return { ...split(settings, read, format === 'online-retail' || columns.amount !== null), purchases: { rows, leftOut: Object.fromEntries(leftOut), firstDay } };
}

/** Cuts the purchases at the calibration's end, which may lie after the last of them: then nobody bought in between. The hold-out reaches as far as the horizon and the file do. */
function split({ path, calibrationEnd, horizonWeeks, marginRate }: ClvSettings, { log, ids }: ReadPurchases, hasMoney: boolean): Omit<Input, 'purchases'> {
  const { firstDay, lastDay } = log;
  const end: Day = calibrationEnd ?? lastDay;
  if (end < firstDay || end > lastDay + LONGEST_SILENCE) {
    throw new UnusableInput(`--calibration-end ${formatDay(end)} lies ${end < firstDay ? 'before' : 'more than a year after'} the purchases of ${path}, ${formatDay(firstDay)} to ${formatDay(lastDay)}`);
  }
  const horizonDays = horizonWeeks === null ? Infinity : Math.round(horizonWeeks * DAYS_PER_WEEK);
  if (end < lastDay && horizonDays === 0) throw new UnusableInput(`--horizon-weeks ${horizonWeeks} is less than a day, too short to check against the file; write at least 0.15`);
  return summariseLog(log, ids, end, Math.max(0, Math.min(horizonDays, lastDay - end)), hasMoney, marginRate);
}

/** Guesses the format from the header's names. */
function formatOf(path: string, bytes: Uint8Array): 'cdnow' | 'online-retail' | 'summary' {
  const { header } = new CsvScanner(path, bytes);
  const has = (...names: string[]) => names.every((name) => header.includes(name));
  if (has('frequency', 'recency', 'T')) return 'summary';
  if (has('InvoiceNo', 'InvoiceDate', 'CustomerID')) return 'online-retail';
  if (has('customer_id', 'date', 'amount')) return 'cdnow';
  const map = [['customer', 'customer_id'], ['date', 'date'], ['amount', 'amount']] as const;
  const meant = map.map(([field, name]) => `${field}=${nearest(name, header) ?? '…'}`).join(',');
  throw new UnusableInput(`cannot tell the format of ${path} from its first line: ${columnsOf(header)}; name them with --map ${meant}`);
}

function told({ log, ids, rows, leftOut, isMonthFirst }: ReadPurchases): string {
  const reasons = [...leftOut].map(([reason, count]) => `${thousands(count)} left out: ${reason}`);
  return [`${thousands(rows)} rows, ${thousands(ids.length)} customers, ${formatDay(log.firstDay)} to ${formatDay(log.lastDay)}`, ...reasons, ...(isMonthFirst ? ['dates read as month/day/year'] : [])].join('; ');
}
