import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the reference data that lies beside the repository on some machines, and whether it is there. */
export function sharedData(name: string): { path: string; missing: boolean } {
  const path = fileURLToPath(new URL(`../../../../../shared/data/${name}`, import.meta.url));
  return { path, missing: !existsSync(path) };
}
