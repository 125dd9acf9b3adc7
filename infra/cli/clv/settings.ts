import { parseDay, type Day } from '../../../functions/domain/calendar.ts';
import type { PurchaseModelKind } from '../../../functions/domain/value/purchase-fit.ts';
import { UnusableInput } from '../errors.ts';
import { oneOf, type Options, type Usage } from '../options.ts';
import { decimalOf } from './decimal.ts';
import type { Columns } from './read-purchases.ts';

const models = ['bg-nbd', 'pareto-nbd'] as const;
const formats = ['cdnow', 'online-retail', 'csv', 'summary'] as const;
const timeUnits = ['weeks', 'days'] as const;
const fields = ['customer', 'date', 'amount', 'cost'] as const;

/** Intervals leave out numbers of occasions less likely than one in a thousand, so a higher level would say more than is known. */
const MOST_CERTAIN = 0.99;

export const usage: Usage = {
  name: 'clv', arguments: 'FILE',
  says: 'Fits when customers come back and what they spend, and scores everyone. Needs no server.\n'
    + 'FILE is raw purchases or a summary table (frequency, recency, T, and customer_id, monetary_value if there); .gz is unpacked.',
  flags: {
    format: { takes: formats.join('|'), says: 'how to read the file (default: csv with --map, else what its header looks like)' },
    map: { takes: 'field=column', repeatable: true, says: 'for csv: the columns of customer, date, amount and cost; the last two may be left out' },
    'time-unit': { takes: timeUnits.join('|'), says: 'for a summary table: what recency and T are in (default weeks)' },
    model: { takes: models.join('|'), says: 'when customers come back (default bg-nbd)' },
    'calibration-end': { takes: 'DATE', says: 'fit on purchases up to this day and check against the rest; a later day than the file’s says that nobody bought since (default: the last day of the file)' },
    'horizon-weeks': { takes: 'N', says: 'how far to look ahead (default: to the end of the file after --calibration-end, else 52)' },
    'discount-rate': { takes: 'R', says: 'yearly, 0.1 is ten per cent (default 0.1)' },
    'margin-rate': { takes: 'R', says: 'profit share of spend where no cost is known (default: that of the purchases with a cost, else 1: value is spend)' },
    'interval-level': { takes: 'P', says: 'probability of the intervals (default 0.8)' },
    top: { takes: 'N', says: 'only the N customers of highest lifetime value' },
    customers: { takes: 'all|none', says: 'none leaves the list of customers out' },
    json: { says: 'one JSON object' },
    csv: { says: 'the customers as CSV' },
    svg: { takes: 'FILE', says: 'write the charts to an SVG file' },
    html: { takes: 'FILE', says: 'write tables and charts to an HTML page' },
  },
};

/** What one call of `guibin clv` was asked for. */
export interface ClvSettings {
  path: string;
  format: (typeof formats)[number] | null;
  columns: Columns | null;
  /** What times of a summary table are in; null where nobody said, which is read as weeks. */
  timeUnit: (typeof timeUnits)[number] | null;
  model: PurchaseModelKind;
  calibrationEnd: Day | null;
  horizonWeeks: number | null;
  discountRate: number;
  /** Null for what known costs say. */
  marginRate: number | null;
  intervalLevel: number;
  /** How many customers to list; null for as many as the output usually shows. */
  top: number | null;
  output: 'table' | 'json' | 'csv';
  svg: string | null;
  html: string | null;
}

/** Reads the flags. Throws UnusableInput with one line on what is wrong. */
export function settingsOf(options: Options): ClvSettings {
  const [path, ...rest] = options.positionals;
  if (path === undefined) throw new UnusableInput('name the file to read; see guibin clv --help');
  if (rest.length > 0) throw new UnusableInput(`only one file at a time, not also ${rest.join(' ')}`);
  if (options.has('json') && options.has('csv')) throw new UnusableInput('--json or --csv, not both');
  const map = options.texts('map');
  const format = options.text('format');
  if (map.length > 0 && (format === 'summary' || format === 'online-retail')) {
    throw new UnusableInput(`--map or --format ${format}, not both: the columns of that format have names of their own`);
  }
  const customers = oneOf('customers', options.text('customers') ?? 'all', ['all', 'none']);
  const [top, timeUnit] = [options.text('top'), options.text('time-unit')];
  if (top !== undefined && customers === 'none') throw new UnusableInput('--top or --customers none, not both');
  const settings: ClvSettings = {
    path,
    format: format !== undefined ? oneOf('format', format, formats) : map.length > 0 ? 'csv' : null,
    columns: map.length > 0 ? columnsOf(map) : null,
    timeUnit: timeUnit === undefined ? null : oneOf('time-unit', timeUnit, timeUnits),
    model: oneOf('model', options.text('model') ?? 'bg-nbd', models),
    calibrationEnd: dayOf(options.text('calibration-end')),
    horizonWeeks: numberOf('horizon-weeks', options.text('horizon-weeks'), (weeks) => weeks > 0 && weeks <= 5200, 'a number of weeks above 0 and up to 5200'),
    discountRate: numberOf('discount-rate', options.text('discount-rate'), (rate) => rate >= 0 && rate <= 10, 'a number from 0 to 10; 0.1 is 10 %') ?? 0.1,
    marginRate: numberOf('margin-rate', options.text('margin-rate'), (rate) => rate >= -1 && rate <= 1, 'a number from -1 to 1; 0.3 is 30 %'),
    intervalLevel: numberOf('interval-level', options.text('interval-level'), (level) => level > 0 && level <= MOST_CERTAIN, `a number above 0, at most ${MOST_CERTAIN}; 0.8 is 80 %`) ?? 0.8,
    top: customers === 'none' ? 0 : numberOf('top', top, (count) => count >= 0 && Number.isInteger(count), 'a whole number from 0 up'),
    output: options.has('json') ? 'json' : options.has('csv') ? 'csv' : 'table',
    svg: options.text('svg') ?? null,
    html: options.text('html') ?? null,
  };
  if (settings.format === 'csv' && !settings.columns) throw new UnusableInput('--format csv needs --map customer=…,date=…,amount=…');
  return settings;
}

function columnsOf(pairs: string[]): Columns {
  const columns = new Map<string, string>();
  for (const pair of pairs.flatMap((given) => given.split(/,(?=\w+=)/))) {
    const [, field, column] = /^(\w+)=(.+)$/.exec(pair) ?? [];
    if (field === undefined || column === undefined) throw new UnusableInput(`--map ${pair}: write field=column`);
    oneOf('map', field, fields);
    columns.set(field, column);
  }
  const [customer, date] = [columns.get('customer'), columns.get('date')];
  if (customer === undefined || date === undefined) throw new UnusableInput('--map must name the columns of customer and date');
  const twice = [...columns.values()].find((column, i, all) => all.indexOf(column) < i);
  if (twice !== undefined) throw new UnusableInput(`--map names the column ${twice} twice; each field needs a column of its own`);
  return { customer, date, amount: columns.get('amount') ?? null, cost: columns.get('cost') ?? null };
}

function dayOf(text: string | undefined): Day | null {
  if (text === undefined) return null;
  try {
    return parseDay(text);
  } catch (error) {
    throw new UnusableInput(`--calibration-end: ${(error as Error).message}`);
  }
}

function numberOf(flag: string, text: string | undefined, fits: (value: number) => boolean, range: string): number | null {
  if (text === undefined) return null;
  const value = decimalOf(text);
  if (!fits(value)) throw new UnusableInput(`--${flag} ${text}: write ${range}`);
  return value;
}
