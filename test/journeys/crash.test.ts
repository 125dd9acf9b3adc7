import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLaptop, type Laptop } from '../../infra/bench/laptop.ts';
import { sampleEvents } from '../../infra/sample/sample-events.ts';

/** A slice of the sample chain: large enough for a value model, and for every step to be caught at work. */
const asOf = '2026-10-31';
const events = sampleEvents({ seed: 7, today: '2026-11-01' }).filter(({ detail }) => Number(/\d+$/.exec(detail.customerId ?? detail.id)![0]) % 5 === 0);
const customers = [...new Set(events.map(({ detail }) => detail.customerId))].filter((id) => id !== undefined).sort().filter((_, at) => at % 20 === 0);
const kpis = ['net-sales?grain=month&by=store', 'occasions', 'new-customers?grain=month', 'repeat-rate', 'churn-rate', 'cohort-retention', 'top-share', 'tier-mix', 'csat?by=store', 'customer-equity'];
const folder = mkdtempSync(join(tmpdir(), 'guibin-crash-'));
const file = join(folder, 'events.jsonl');

beforeAll(() => writeFileSync(file, events.map((event) => JSON.stringify(event)).join('\n')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything a reader sees, less the names and times of runs. */
async function readings(laptop: Laptop): Promise<unknown> {
  const token = await laptop.token();
  const answers = await Promise.all([...kpis.map((kpi) => `/kpis/${kpi}`), ...customers.map((id) => `/customers/${id}`), '/tiers', '/lists/at-risk?limit=20']
    .map((path) => laptop.get(path, token)));
  return answers.map((answer) => {
    const { runId: _run, factsThrough: _through, ...rest } = answer as Record<string, unknown>;
    return rest;
  });
}

const start = (dataDir: string) => startLaptop(join(folder, dataDir));

/** Imports everything and keeps a copy of it, as it was before any night, for the nights that are cut short. */
async function undisturbed(): Promise<unknown> {
  const importing = await start('undisturbed');
  await importing.guibin('import', file);
  await importing.end();
  cpSync(join(folder, 'undisturbed'), join(folder, 'night'), { recursive: true });
  const laptop = await start('undisturbed');
  await laptop.guibin('recompute', '--as-of', asOf, '--wait');
  const seen = await readings(laptop);
  await laptop.end();
  return seen;
}

/** Starts a night and kills everything as soon as the run shows the step; answers the id of the night. */
async function killedIn(step: string, laptop: Laptop): Promise<string> {
  const token = await laptop.token();
  const runId = /started (\S+)/.exec(await laptop.guibin('recompute', '--as-of', asOf))![1]!;
  for (;;) {
    const run = await laptop.get(`/runs/${runId}`, token).catch(() => ({})) as { state?: string; step?: string };
    if (run.state === 'published') throw new Error(`the night had published before it could be caught in ${step}`);
    if (run.step === step) break;
    await pause(2);
  }
  await laptop.kill();
  return runId;
}

/** Waits until a night that was cut short has published by itself. */
async function goesOn(runId: string, laptop: Laptop): Promise<void> {
  const token = await laptop.token();
  for (const deadline = Date.now() + 60_000; ;) {
    const run = await laptop.get(`/runs/${runId}`, token) as { state: string; error: string | null };
    if (run.state === 'published') return;
    if (run.state === 'failed' || Date.now() > deadline) throw new Error(`the night is ${run.state} after the restart: ${run.error}`);
    await pause(100);
  }
}

describe('a power cut', () => {
  let expected: unknown;
  beforeAll(async () => { expected = await undisturbed(); }, 120_000);

  it('during an import loses nothing that was accepted and counts nothing twice', async () => {
    const laptop = await start('import');
    const importing = laptop.guibin('import', file).catch(() => 'killed');
    await pause(2_500);
    await laptop.kill();
    await importing;
    const again = await start('import');
    await again.guibin('import', file);
    await again.guibin('recompute', '--as-of', asOf, '--wait');
    expect(await readings(again)).toEqual(expected);
    await again.end();
  }, 180_000);

  it('in any step of the night is made good by the restart', async () => {
    let laptop = await start('night');
    for (const step of ['plan', 'profile', 'fit', 'score', 'publish']) {
      const runId = await killedIn(step, laptop);
      laptop = await start('night');
      await goesOn(runId, laptop);
    }
    expect(await readings(laptop)).toEqual(expected);
    await laptop.end();
  }, 300_000);
});
