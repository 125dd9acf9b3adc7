import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { presets } from '../../functions/domain/tiers/presets.ts';
import { describeStack } from '../cli/stack.ts';
import { latencies } from './api-load.ts';
import { billOf } from './aws-bill.ts';
import { bareTables } from './bare-table.ts';
import { startLaptop, type Laptop } from './laptop.ts';
import { atMost, printRows, told, type Row } from './rows.ts';

/**
 * `npm run bench`: the pipeline on real sales, everything against what the same engine does bare in the same run.
 * A night is timed by the state machine's own clock; floors are measured before and after it, and their mean counts.
 */
const { values: options } = parseArgs({ options: {
  json: { type: 'string' }, data: { type: 'string', default: '../shared/data/cdnow_master.csv' },
  scales: { type: 'string', default: '1,2,4' },
} });
const asOf = '1998-06-30';
const nextDay = '1998-07-01';
const callsInFlight = 16;
const clients = 50;
const requests = 3_000;

if (!existsSync(options.data)) {
  console.error(`bench: ${options.data} is not there; name the CDNOW file with --data`);
  process.exit(2);
}

const rows: Row[] = [];
const say = (line: string) => console.error(`bench: ${line}`);

async function withLaptop<T>(work: (laptop: Laptop) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guibin-bench-'));
  const laptop = await startLaptop(dataDir);
  try {
    return await work(laptop);
  } finally {
    await laptop.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const outputsOf = async (laptop: Laptop) => (await describeStack('Guibin', { endpoint: laptop.endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })).outputs;

interface RunAnswer { runId: string; startedAt: string; endedAt: string; counts: Record<string, number>; durations: Record<string, number>; cost: { readUnits: number; writeUnits: number } }

/** Runs a night to its end and says what it took. */
async function night(laptop: Laptop, date: string, token: string): Promise<RunAnswer & { milliseconds: number }> {
  const runId = /published (\S+)/.exec(await laptop.guibin('recompute', '--as-of', date, '--wait'))![1]!;
  const run = await laptop.get(`/runs/${runId}`, token) as RunAnswer;
  return { ...run, milliseconds: Date.parse(run.endedAt) - Date.parse(run.startedAt) };
}

interface IngestTotals { stored: number; writeUnits: number; milliseconds: number }

/** Sales, write units and Lambda time that ingest reported in its log. */
function ingestLog(dataDir: string): IngestTotals {
  const folder = join(dataDir, 'logs');
  const lines = readdirSync(folder).filter((name) => /ingest/i.test(name)).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const batches = lines.filter((line) => line.includes('"batch stored"')).map((line) => JSON.parse(line.slice(line.indexOf('{'))) as IngestTotals);
  return batches.reduce((sum, { stored, writeUnits, milliseconds }) => ({ stored: sum.stored + stored, writeUnits: sum.writeUnits + writeUnits, milliseconds: sum.milliseconds + milliseconds }), { stored: 0, writeUnits: 0, milliseconds: 0 });
}

/** One per cent of the customers buy on the day after the as-of date. */
function salesOfOnePercent(folder: string, customers: readonly string[]): string {
  const file = join(folder, 'one-percent.jsonl');
  const buyers = customers.filter((_, at) => at % 100 === 0);
  writeFileSync(file, buyers.map((customerId) => JSON.stringify({
    'detail-type': 'SaleRecorded',
    detail: { id: `bench-${customerId}`, storeId: 'CDNOW', customerId, currency: 'CNY', occurredAt: `${nextDay}T12:00:00+08:00`, lines: [{ sku: 'CD', quantity: 1, unitPrice: 1500 }] },
  })).join('\n'));
  return file;
}

function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024;
}

await withLaptop(async (laptop) => {
  const { LedgerTable, CustomersTable } = await outputsOf(laptop);
  const bare = bareTables(await laptop.engineUrl());
  const token = await laptop.token('--role', 'head-office', '--ttl', '1h');

  say('import of CDNOW through the bus');
  const importing = performance.now();
  await laptop.guibin('import', options.data, '--format', 'cdnow');
  const imported = performance.now() - importing;
  const bulk = ingestLog(laptop.dataDir);
  const ledger = await bare.scan(LedgerTable);
  say('the same items bare');
  const bareWrite = await bare.write(await bare.create('bench-ledger'), ledger.items, callsInFlight);
  rows.push(atMost('import-ratio', 'Import of CDNOW through the bus ÷ bare BatchWriteItem of the same items', imported / bareWrite, '×', 2));
  rows.push(told('import-rate', 'Sales imported', bulk.stored / (imported / 1000), 'sales/s'));

  // What arrived within minutes of a night is looked at again by the next; that is not what the quiet night measures.
  say('waiting until the import is no longer news');
  await new Promise((resolve) => { setTimeout(resolve, Math.max(0, 170_000 - bareWrite)); });
  say('night over everything');
  const first = await night(laptop, asOf, token);
  const scans = [await bare.scan(CustomersTable), await bare.scan(CustomersTable)];
  const customers = [...new Set(scans[0]!.items.map((item) => item['pk']!.S!))].sort();
  const rewrite = await bare.write(await bare.create('bench-customers'), scans[0]!.items, callsInFlight);
  const floor = scans[0]!.milliseconds + scans[1]!.milliseconds + rewrite;
  rows.push(atMost('night-ratio', 'Full night over CDNOW ÷ (two bare scans + one bare rewrite of the customer table)', first.milliseconds / floor, '×', 2));
  rows.push(told('night-rate', 'Customers recomputed', customers.length / (first.milliseconds / 1000), 'customers/s'));
  for (const [step, milliseconds] of Object.entries(first.durations)) rows.push(told(`night-${step}`, `… of the full night: ${step}`, milliseconds / 1000, 's'));

  say('one per cent buy, and the next night');
  await laptop.guibin('import', salesOfOnePercent(laptop.dataDir, customers));
  const trickle = ingestLog(laptop.dataDir);
  const second = await night(laptop, nextDay, token);
  rows.push(atMost('second-night', 'Night in which 1 % of customers bought ÷ the full night', second.milliseconds / first.milliseconds, '×', 0.35));

  const unitsPerSale = (trickle.writeUnits - bulk.writeUnits) / (trickle.stored - bulk.stored);
  rows.push(atMost('write-units-per-sale', 'Write units per sale, each of another customer', unitsPerSale, 'units', 2.2));
  rows.push(told('write-units-per-sale-bulk', 'Write units per sale, in bulk', bulk.writeUnits / bulk.stored, 'units'));
  rows.push(atMost('write-units-quiet', 'Write units per customer on the quiet night', second.cost.writeUnits / customers.length, 'units', 0.3));
  rows.push(told('read-units-quiet', 'Read units per customer on the quiet night', second.cost.readUnits / customers.length, 'units'));
  rows.push(told('write-units-full', 'Write units per customer on the full night', first.cost.writeUnits / customers.length, 'units'));
  const million = 1e6;
  rows.push(told('bill-sales', 'AWS bill for a million sales (bus, queue, Lambda, table)', billOf({
    busEvents: million, queueRequests: million / 5, writeUnits: unitsPerSale * million, lambdaRequests: million / 100, lambdaGigabyteSeconds: (bulk.milliseconds / 1000 / bulk.stored) * million,
  }), 'USD'));
  const perCustomer = (units: number) => (units / customers.length) * million;
  const computeSeconds = Object.values(second.durations).reduce((sum, ms) => sum + ms / 1000, 0);
  rows.push(told('bill-night', 'AWS bill for a quiet night over a million customers', billOf({
    writeUnits: perCustomer(second.cost.writeUnits), readUnits: perCustomer(second.cost.readUnits), lambdaGigabyteSeconds: perCustomer(computeSeconds) * 1.77, stateTransitions: 120,
  }), 'USD'));

  say(`API with ${clients} clients at once`);
  for (const [id, title, paths] of [
    ['card', 'customer card', Array.from({ length: requests }, (_, at) => `/customers/${customers[(at * 7919) % customers.length]}`)],
    ['kpi', 'KPI by month', Array.from({ length: requests }, () => '/kpis/net-sales?grain=month')],
  ] as const) {
    await latencies([`${laptop.api}${paths[0]}`], token, 1);
    const { p50, p99, perSecond } = await latencies(paths.map((path) => `${laptop.api}${path}`), token, clients);
    rows.push(told(`api-${id}-p50`, `API ${title}, ${clients} clients: p50`, p50, 'ms'), told(`api-${id}-p99`, `API ${title}, ${clients} clients: p99`, p99, 'ms'), told(`api-${id}-rate`, `API ${title}`, perSecond, 'requests/s'));
  }
  for (const { name, pid } of await laptop.processes()) if (pid) rows.push(told(`memory-${name}`, `Peak memory: ${name}`, peakMegabytes(pid), 'MB'));
  bare.end();
});

/** Replays of a draft that ranks by other percentages than the policy in force, and of one with keep rules and grace, held against a bare scan; the slower counts. */
async function replayRows(laptop: Laptop, bare: ReturnType<typeof bareTables>, token: string, scale: number): Promise<Row[]> {
  const { CustomersTable } = await outputsOf(laptop);
  const { milliseconds: scan, items: { length: items } } = await bare.scan(CustomersTable);
  const drafts = [JSON.parse(JSON.stringify(presets.pyramid).replaceAll(/"percent":(\d+)/g, (_, percent: string) => `"percent":${Number(percent) - 1}`)) as unknown, presets.cards];
  const took: number[] = [];
  for (const policy of drafts) {
    const started = performance.now();
    const response = await fetch(`${laptop.api}/policy/replays`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ policy }) });
    if (response.status !== 202) throw new Error(`replay: ${response.status} ${await response.text()}`);
    await response.json();
    took.push(performance.now() - started);
  }
  const memory = Math.max(...(await laptop.processes()).filter(({ name, pid }) => pid !== undefined && /serve-?api/i.test(name)).map(({ pid }) => peakMegabytes(pid!)));
  const customers = `${items.toLocaleString('en')} customers`;
  return [
    atMost(`replay-ratio-${scale}`, `Replay of ${customers} ÷ one bare scan of the customer table`, Math.max(...took) / scan, '×', 2),
    ...took.map((milliseconds, at) => told(`replay-${scale}-${at === 0 ? 'ranks' : 'cards'}`, `… ${at === 0 ? 'by ranks' : 'by spend, keep rules and grace'}`, milliseconds / 1000, 's')),
    atMost(`replay-memory-${scale}`, `Peak memory of the API after replays of ${customers}`, memory, 'MB', 300),
  ];
}

const scales = options.scales.split(',').map(Number);
const times: number[] = [];
for (const scale of scales) {
  await withLaptop(async (laptop) => {
    say(`night at ${scale} × the customers`);
    const { LedgerTable } = await outputsOf(laptop);
    const bare = bareTables(await laptop.engineUrl());
    const token = await laptop.token('--role', 'head-office', '--ttl', '1h');
    await laptop.guibin('import', options.data, '--format', 'cdnow');
    const { items } = await bare.scan(LedgerTable);
    const facts = items.filter((item) => item['body']);
    for (let copy = 1; copy < scale; copy++) {
      await bare.write(LedgerTable, facts.map((item) => {
        const customer = `${item['pk']!.S!}-${copy}`;
        return { ...item, pk: { S: customer }, body: { S: JSON.stringify({ ...JSON.parse(item['body']!.S!) as object, customerId: customer }) } };
      }), callsInFlight);
    }
    const { milliseconds, durations } = await night(laptop, asOf, token);
    times.push(milliseconds / scale);
    rows.push((scale === Math.max(...scales) ? atMost : told)(`fit-share-${scale}`, `Fit of the value model ÷ the full night at ${scale} × the customers`, durations['fit']! / milliseconds, 'share', 0.1));
    say(`replays at ${scale} × the customers`);
    rows.push(...await replayRows(laptop, bare, token, scale));
    bare.end();
  });
}
const spread = Math.max(...times) / Math.min(...times) - 1;
scales.forEach((scale, at) => rows.push(told(`scale-${scale}`, `Full night at ${scale} × the customers, per 1 ×`, times[at]! / 1000, 's')));
if (scales.length > 1) rows.push(atMost('scale-linear', 'Largest difference of time per customer between the scales', spread, 'share', 0.1));
printRows(rows, options.json);
