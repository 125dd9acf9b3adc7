// What `npm start` runs. The runner is TypeScript; tsx lets Node.js read it.
import { register } from 'tsx/esm/api';

register();
// The package pins what runs on Node.js 20; the AWS SDK would announce its next version in every process.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const { start } = await import('./local/start.ts');
await start(process.argv.slice(2));
