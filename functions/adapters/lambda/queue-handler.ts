import type { SQSBatchResponse, SQSHandler } from 'aws-lambda';
import type { Ingested, Message } from '../../flows/ingest-facts.ts';
import type { Meter } from '../../ports.ts';
import { logger } from './logger.ts';

/**
 * Makes a batch job a queue handler. What the job cannot take it has put aside itself; if it fails as a whole every message comes back,
 * which is harmless because storing is idempotent.
 */
export function queueHandler(job: (messages: Message[]) => Promise<Ingested>, meter: Meter): SQSHandler {
  return async ({ Records }, context): Promise<SQSBatchResponse> => {
    const started = Date.now();
    try {
      const { stored, rejected, erased } = await job(Records.map(({ messageId, body }) => ({ messageId, body })));
      logger.info('batch stored', { stored, rejected: rejected.length, writeUnits: meter.take().writeUnits, milliseconds: Date.now() - started });
      // The reasons, which repeat what was sent, are in the dead letters alone: a log cannot be taken back.
      if (rejected.length > 0) logger.warn('messages rejected', { stored, rejected: rejected.map(({ messageId, detailType }) => ({ messageId, detailType })) });
      for (const { erasureId, requestedAt, requestedBy, doneAt } of erased) logger.info('customer erased', { erasureId, requestedAt, requestedBy, doneAt });
      return { batchItemFailures: [] };
    } catch (error) {
      logger.error('batch failed and will be delivered again', { messages: Records.length, requestId: context.awsRequestId, error: error as Error });
      return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }
  };
}
