/** A message as the queue of dead letters gives it. */
export interface DeadMessage {
  MessageId?: string | undefined;
  Body?: string | undefined;
  Attributes?: Record<string, string> | undefined;
  MessageAttributes?: Record<string, { StringValue?: string | undefined }> | undefined;
}
/** What a person needs to know about it. */
export interface DeadLetter { at: string; detailType: string; id: string; reason: string }

/**
 * Reads the three kinds of dead letters: put aside by the ingest with its reason, given up by the queue after too many tries,
 * or not delivered by the bus.
 */
export function readDeadLetter(message: DeadMessage): DeadLetter {
  const body = parsed(message.Body);
  const original = typeof body['body'] === 'string' ? parsed(body['body']) : body;
  const detail = asObject(original['detail']);
  const attribute = (name: string) => message.MessageAttributes?.[name]?.StringValue;
  const sentAt = Number(message.Attributes?.['SentTimestamp']);
  return {
    at: Number.isFinite(sentAt) ? new Date(sentAt).toISOString() : '',
    detailType: text(body['detailType']) ?? text(original['detail-type']) ?? 'unknown',
    id: text(detail['id']) ?? '',
    reason: (text(body['reason']) ?? attribute('reason') ?? attribute('ERROR_MESSAGE') ?? 'could not be stored after repeated tries').replaceAll(/\p{Cc}+/gu, ' '),
  };
}

function parsed(json: string | undefined): Record<string, unknown> {
  try {
    return asObject(JSON.parse(json ?? ''));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 1_000) : undefined;
}
