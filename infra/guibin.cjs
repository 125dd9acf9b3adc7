#!/usr/bin/env node
// What `npx guibin` starts: brings the built command up to date when a source has changed, then runs it.
const { isCommandStale } = require('./stale.cjs');

void start();

async function start() {
  if (isCommandStale(process.argv[2])) {
    const { buildOrSay } = await import('./build.mjs');
    if (!(await buildOrSay(['command']))) return;
  }
  require('../dist/cli/guibin.cjs');
}
