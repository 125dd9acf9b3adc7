import { writeFileSync } from 'node:fs';
import { command } from '../options.ts';
import { chartsOf } from './charts.ts';
import { checkOutputFiles } from './output-files.ts';
import { readInput } from './read-input.ts';
import { evaluate, type ClvResult } from './result.ts';
import { settingsOf, usage, type ClvSettings } from './settings.ts';
import { writeAll } from './write-all.ts';
import { csvOf } from './write-csv.ts';
import { jsonOf } from './write-json.ts';
import { pageOf } from './write-page.ts';
import { sheetOf } from './write-sheet.ts';
import { tableOf } from './write-table.ts';

/** `guibin clv`: fits and scores a file of purchases without any server. Exit code 0, or 2 with one line for input that cannot be used. */
export const runClv: (args: string[]) => Promise<number> = command(usage, async (options) => {
  const settings = settingsOf(options);
  checkOutputFiles(settings);
  const startedAt = performance.now();
  const say = (line: string) => { writeAll(2, `${((performance.now() - startedAt) / 1000).toFixed(2).padStart(6)} s  ${line}\n`); };
  const input = await readInput(settings, say);
  const result = evaluate(input, settings, say);
  writePages(result, settings, say);
  for (const piece of textOf(result, settings)) {
    if (!writeAll(1, piece)) break;
  }
  return 0;
});

function textOf(result: ClvResult, { output }: ClvSettings): Iterable<string> {
  if (output === 'json') return jsonOf(result);
  if (output === 'csv') return csvOf(result);
  return [tableOf(result, process.stdout.columns || 100)];
}

function writePages(result: ClvResult, { svg, html, path }: ClvSettings, say: (line: string) => void): void {
  if (svg === null && html === null) return;
  const charts = chartsOf(result);
  if (svg !== null) writeFileSync(svg, sheetOf(charts));
  if (html !== null) writeFileSync(html, pageOf(result, charts, path));
  say(`wrote ${[svg, html].filter((name) => name !== null).join(' and ')}`);
}
