import { vipApp } from '../../aws/vip-app.ts';
import { buildIfStale } from '../../build.mjs';

const [, , outdir] = process.argv;
if (!outdir) throw new Error('usage: synthesize-main.ts FOLDER');
await buildIfStale(['functions', 'widgets', 'portal']);
vipApp({ outdir, validate: false }).synth();
