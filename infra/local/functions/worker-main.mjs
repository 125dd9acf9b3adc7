/**
 * Runs in a process of its own and does what Lambda's runtime does: loads the bundle once, then
 * answers one event after another. Plain JavaScript, so that a cold start loads nothing but the bundle.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const describe = (error) => ({
  errorType: error instanceof Error ? error.name : 'Error',
  errorMessage: error instanceof Error ? error.message : String(error),
  trace: error instanceof Error && error.stack ? error.stack.split('\n') : [],
});

// Ctrl-C reaches the whole process group; the runner decides when a worker ends, so that work under way is finished.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));

const [file, exported] = process.env['_HANDLER'].split('.');
let handler;
try {
  const module = await import(pathToFileURL(join(process.env.LAMBDA_TASK_ROOT, `${file}.mjs`)).href);
  handler = module[exported];
  if (typeof handler !== 'function') throw new TypeError(`${file}.mjs exports no function ${exported}`);
  process.send({ type: 'ready' });
} catch (error) {
  console.error(error);
  process.send({ type: 'broken', error: { ...describe(error), errorType: 'Runtime.ImportModuleError' } }, () => process.exit(1));
}

const answer = async ({ requestId, event, deadline, arn }) => {
  const context = {
    awsRequestId: requestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    const result = await handler(event, context);
    process.send({ type: 'answer', requestId, payload: JSON.stringify(result ?? null) });
  } catch (error) {
    console.error(JSON.stringify({ level: 'ERROR', requestId, ...describe(error) }));
    process.send({ type: 'failure', requestId, error: describe(error) });
  }
};
process.on('message', (message) => {
  void answer(message);
});
