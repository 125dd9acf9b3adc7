import fc from 'fast-check';

/**
 * fast-check, for every test that draws its cases. Elsewhere each run draws others, and one that fails names its seed.
 * The gate draws the same ones every time, so that it never fails for what a change did not do.
 */
if (process.env['CI']) fc.configureGlobal({ seed: 1997 });

export default fc;
