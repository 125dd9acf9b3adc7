import { build, buildIfStale } from '../../infra/build.mjs';

/** Before any test: what runs is what the sources say now. While somebody writes one part, the tests of the others go on. */
export default async function freshBuild(): Promise<void> {
  if (process.env['CI']) await build();
  else await buildIfStale().catch((error: unknown) => process.stderr.write(`the last build that worked is tested: ${String(error)}\n`));
}
