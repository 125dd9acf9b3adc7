import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // On two cores vitest would take one worker, and much of a test's time is waiting for processes it started.
    maxWorkers: 2,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    globalSetup: ['test/support/fresh-build.ts'],
    // Two busy cores are slow, not wrong.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'dist/test-report.json' }]] : ['default'],
  },
});
