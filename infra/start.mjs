// What `npm start` runs. The runner is TypeScript; tsx lets Node.js read it.
import { register } from 'tsx/esm/api';

register();
const { start } = await import('./local/start.ts');
await start(process.argv.slice(2));
