import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../infra/local/options.ts';

describe('the options of npm start', () => {
  it('have defaults that start the sample chain in a temporary place on port 4400', () => {
    expect(readOptions([])).toEqual({ port: 4400, dataDir: undefined, empty: false });
  });

  it('move both ports, keep the data and leave out the sample chain', () => {
    expect(readOptions(['--port', '4500', '--data-dir', 'here', '--empty'])).toEqual({ port: 4500, dataDir: 'here', empty: true });
  });

  it.each([[['--port', '0']], [['--port', '65535']], [['--port', 'many']], [['--ports', '1']], [['elsewhere']]])('%j are refused with the usage', (args) => {
    expect(() => readOptions(args)).toThrow(/--data-dir DIR/);
  });
});
