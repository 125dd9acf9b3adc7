import type { SQSBatchResponse, SQSHandler } from 'aws-lambda';
import type { Message } from '../../flows/ingest-facts.ts';
import type { Meter, Rejection } from '../../ports.ts';
import { logger } from './logger.ts';

/**
 * Makes a batch job a queue handler. What the job cannot take it has put aside itself; if it fails as a whole every message comes back,
 * which is harmless because storing is idempotent.
 */
export function queueHandler(job: (messages: Message[]) => Promise<{ stored: number; rejected: Rejection[] }>, meter: Meter): SQSHandler {
  return async ({ Records }, context): Promise<SQSBatchResponse> => {
    const started = Date.now();
    try {
      const { stored, rejected } = await job(Records.map(({ messageId, body }) => ({ messageId, body })));
      logger.info('batch stored', { stored, rejected: rejected.length, writeUnits: meter.take().writeUnits, milliseconds: Date.now() - started });
      if (rejected.length > 0) logger.warn('messages rejected', { stored, rejected: rejected.map(({ messageId, detailType, reason }) => ({ messageId, detailType, reason })) });
      return { batchItemFailures: [] };
    } catch (error) {
      logger.error('batch failed and will be delivered again', { messages: Records.length, requestId: context.awsRequestId, error: error as Error });
      return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }
  };
}
