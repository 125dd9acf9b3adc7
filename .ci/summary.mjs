// Says in one plain line how the tests ended, from the runner's own report.
import { readFileSync } from 'node:fs';

try {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(new URL('../dist/test-report.json', import.meta.url), 'utf8'));
  const skipped = numPendingTests + numTodoTests;
  process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
} catch {
  process.stdout.write('no test has run\n');
}
