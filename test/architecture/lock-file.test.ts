import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Packages = Record<string, { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }>;
const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as { packages: Packages };

/** Whether the package at `path` finds `name` in its own folder of modules or in one above it. */
function finds(path: string, name: string): boolean {
  if (packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`] !== undefined) return true;
  return path !== '' && finds(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

describe('The lock file', () => {
  it('names every package that a package asks for, those of other platforms too: npm ci refuses it otherwise', () => {
    const asked = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => ({ path, name })));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ path, name }) => !finds(path, name))).toEqual([]);
  });

  it('names no registry, so that everybody may use their own', () => {
    expect(JSON.stringify(packages)).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });
});
