#!/usr/bin/env node
// What `npx guibin` starts: brings the built command up to date when a source has changed, then runs it.
import { buildIfStale } from './build.mjs';

await buildIfStale(['command']);
await import('../dist/cli/guibin.mjs');
