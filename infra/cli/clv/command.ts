import { writeFileSync } from 'node:fs';
import { command } from '../options.ts';
import { readInput } from './read-input.ts';
import { evaluate, type ClvResult } from './result.ts';
import { settingsOf, usage, type ClvSettings } from './settings.ts';
import { writeAll } from './write-all.ts';

/** `guibin clv`: fits and scores a file of purchases without any server. Exit code 0, or 2 with one line for input that cannot be used. */
export const runClv: (args: string[]) => Promise<number> = command(usage, async (options) => {
  const settings = settingsOf(options);
  const startedAt = performance.now();
  const say = (line: string) => { writeAll(2, `${((performance.now() - startedAt) / 1000).toFixed(2).padStart(6)} s  ${line}\n`); };
  const input = await readInput(settings, say);
  const result = evaluate(input, settings, say);
  await writePages(result, settings, say);
  for (const piece of await textOf(result, settings)) {
    if (!writeAll(1, piece)) break;
  }
  return 0;
});

/** Each kind of output is loaded when it is asked for, so that the others cost nothing. */
async function textOf(result: ClvResult, { output }: ClvSettings): Promise<Iterable<string>> {
  if (output === 'json') return (await import('./write-json.ts')).jsonOf(result);
  if (output === 'csv') return (await import('./write-csv.ts')).csvOf(result);
  return [(await import('./write-table.ts')).tableOf(result, process.stdout.columns || 100)];
}

async function writePages(result: ClvResult, { svg, html, path }: ClvSettings, say: (line: string) => void): Promise<void> {
  if (svg === null && html === null) return;
  const { chartsOf } = await import('./charts.ts');
  const { sheetOf, pageOf } = await import('./write-page.ts');
  const charts = chartsOf(result);
  if (svg !== null) writeFileSync(svg, sheetOf(charts));
  if (html !== null) writeFileSync(html, pageOf(result, charts, path));
  say(`wrote ${[svg, html].filter((name) => name !== null).join(' and ')}`);
}
