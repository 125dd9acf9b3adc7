import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { minorDigits } from '../../../functions/domain/money.ts';
import { UnusableInput } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { command, oneOf, stackFlag, type Options, type Usage } from '../options.ts';
import { waitUntilIngested } from '../queues.ts';
import { findStack, type Stack } from '../stack.ts';
import { formatNames, formats } from './formats.ts';
import { csvFields } from './csv-fields.ts';
import { Progress } from './progress.ts';
import { readEvents } from './read-events.ts';
import { surveyWindows, type FormatSettings } from './record.ts';
import { RejectedRows } from './rejected-rows.ts';
import { EventSender } from './send-events.ts';

const usage: Usage = {
  name: 'import', arguments: 'FILE',
  says: 'Puts a file (or a .gz of it) on the bus. Safe to repeat: the same rows are never counted twice.\nRows that cannot be taken go to FILE.rejected.csv with line and reason.',
  flags: {
    format: { takes: formatNames.join('|'), says: 'how to read the file (default guibin: JSON lines of { "detail-type", "detail" })' },
    map: { takes: 'field=column', repeatable: true, says: 'for csv: the column of customer, date, amount, store, quantity, sku, category, id, associate, currency' },
    currency: { takes: 'CODE', says: "currency of amounts in files that name none (default: the stack's reporting currency)" },
    store: { takes: 'ID', says: 'store of rows that name none' },
    'survey-window': { takes: surveyWindows.join('|'), says: 'for olist: count the latest answer of each customer and window (customer), or every sale’s answer (none)' },
    'dry-run': { says: 'check every row, send nothing' },
    ...stackFlag,
  },
};

/** `guibin import`. Exit code 0 when every row was accepted, 1 when some were rejected, 2 when the file cannot be used. */
export const runImport = command(usage, async (options) => {
  const [path, ...rest] = options.positionals;
  if (path === undefined) throw new UnusableInput('name the file to import; see guibin import --help');
  const columns = columnsOf([...options.texts('map'), ...rest]);
  const formatName = oneOf('format', options.text('format') ?? (columns.size > 0 ? 'csv' : 'guibin'), formatNames);
  const total = await sizeOf(path, formatName === 'olist');
  const format = await formats[formatName]();
  const stack = options.has('dry-run') ? undefined : await findStack(options.text('stack'), process.env);
  const settings = settingsOf(options, columns, stack);

  const progress = new Progress(process.stderr, () => performance.now());
  const rejected = new RejectedRows(`${path.replace(/\/+$/, '')}.rejected.csv`);
  const skipped = new Map<string, number>();
  const sender = stack && new EventSender(stack, 'guibin.import');
  let [accepted, done] = [0, 0];
  await readEvents(format({ path, onRead: (bytes) => { done += bytes; } }, settings), new Date(), {
    skip: (reason) => { skipped.set(reason, (skipped.get(reason) ?? 0) + 1); },
    reject: (line, reason, raw) => { rejected.add(line, reason, raw); },
    accept: ({ detailType, detailJson, line, raw }) => {
      accepted += 1;
      if (accepted % 64 === 0) progress.show({ done, total, accepted, rejected: rejected.count });
      return sender?.send({ detailType, detailJson, onRefused: (reason) => { accepted -= 1; rejected.add(line, reason, raw); } });
    },
  });
  await sender?.close();
  await rejected.close();
  if (stack) await waitUntilIngested(stack, (left) => { progress.waiting(left); });
  progress.end();
  console.log(summaryOf(accepted, rejected, skipped, progress.seconds(), stack === undefined));
  return rejected.count > 0 ? 1 : 0;
});

function settingsOf(options: Options, columns: ReadonlyMap<string, string>, stack: Stack | undefined): FormatSettings {
  const currency = options.text('currency')?.toUpperCase() ?? stack?.outputs.ReportingCurrency ?? 'CNY';
  if (!Intl.supportedValuesOf('currency').includes(currency)) throw new UnusableInput(`--currency ${currency} is not an ISO 4217 currency in use`);
  return { currency, minorDigits: minorDigits(currency), timeZone: stack?.outputs.TimeZone ?? 'Asia/Shanghai', storeId: options.text('store'), surveyWindow: oneOf('survey-window', options.text('survey-window') ?? 'customer', surveyWindows), columns };
}

/** Reads `field=column` pairs, several in one argument where commas part them. */
function columnsOf(pairs: string[]): Map<string, string> {
  const columns = new Map<string, string>();
  for (const pair of pairs.flatMap((given) => given.split(/,(?=\w+=)/))) {
    const [, field, column] = /^(\w+)=(.+)$/.exec(pair) ?? [];
    if (field === undefined || column === undefined) throw new UnusableInput(`${JSON.stringify(pair)} is not field=column, and only one file is imported at a time`);
    const known: readonly string[] = csvFields;
    if (!known.includes(field)) {
      const meant = nearest(field, known);
      throw new UnusableInput(`--map knows no field ${field}${meant ? `; did you mean ${meant}?` : `; it knows ${known.join(', ')}`}`);
    }
    columns.set(field, column);
  }
  return columns;
}

async function sizeOf(path: string, wantsDirectory: boolean): Promise<number> {
  const found = await stat(path).catch(() => { throw new UnusableInput(`there is no file ${path}`); });
  if (found.isDirectory() !== wantsDirectory) throw new UnusableInput(`${path} is ${wantsDirectory ? 'not ' : ''}a directory`);
  if (!wantsDirectory) return found.size;
  const files = (await readdir(path)).filter((name) => /\.csv(\.gz)?$/.test(name));
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(path, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function summaryOf(accepted: number, rejected: RejectedRows, skipped: ReadonlyMap<string, number>, seconds: number, dryRun: boolean): string {
  const left = [...skipped.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...skipped].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason} ${count}`).join(', ');
  const rate = Math.round(accepted / Math.max(0.001, seconds));
  return `${dryRun ? 'dry run, nothing sent: ' : ''}accepted ${accepted} · rejected ${rejected.count}${rejected.count > 0 ? ` (see ${rejected.path})` : ''}`
    + ` · skipped ${left}${left > 0 ? ` (${reasons})` : ''} · ${seconds.toFixed(1)} s, ${rate}/s`;
}
