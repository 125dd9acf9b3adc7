#!/usr/bin/env node
// What `npx guibin` starts: brings the built command up to date when a source has changed, then runs it.
const { staleParts } = require('./stale.cjs');

const run = () => require('../dist/cli/guibin.cjs');
if (staleParts(['command']).length === 0) run();
else void import('./build.mjs').then(({ build }) => build(['command'])).then(run);
