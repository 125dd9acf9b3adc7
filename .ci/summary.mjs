// Says in one plain line how the tests ended, from the runner's own report.
import { readFileSync } from 'node:fs';

try {
  const report = JSON.parse(readFileSync(new URL('../dist/test-report.json', import.meta.url), 'utf8'));
  // A file that breaks before its first test fails without a failed test.
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  const skipped = report.numPendingTests + report.numTodoTests;
  process.stdout.write(`${report.numPassedTests} passed, ${report.numFailedTests + broken.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
} catch {
  process.stdout.write('no test has run\n');
}
