import type { Handler } from 'aws-lambda';
import { logger } from './logger.ts';

/** Makes a step of the night a Lambda handler: logs a failure once, with the run and the part it happened in, and lets the state machine decide. */
export function stepHandler<Task extends { runId: string }, Result>(step: (task: Task) => Promise<Result>): Handler<Task, Result> {
  return async (task, context) => {
    try {
      return await step(task);
    } catch (error) {
      logger.error('step failed', { task, requestId: context.awsRequestId, error: error as Error });
      throw error;
    }
  };
}
