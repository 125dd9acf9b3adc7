import { EventsAnswer } from '../../../contract/service-answers.ts';
import { mostEventsAtOnce, SentEvents } from '../../../contract/questions.ts';
import type { Api } from '../context.ts';
import { jsonBody } from '../body.ts';
import { answers } from '../documented.ts';
import { invalid } from '../problem.ts';
import { respond } from '../respond.ts';
import { governing } from '../scoped.ts';
import type { SentEvent } from '../use-cases.ts';

const path = '/v1/events';

/** Events over HTTP, for senders without AWS credentials. What is wrong with one does not keep the others out. */
export function addEvents(api: Api): void {
  api.openAPIRegistry.registerPath({
    method: 'post', path, summary: 'Sends one event or several; /v1/schemas/{detail-type} describes each',
    request: { body: { required: true, content: { 'application/json': { schema: SentEvents } } } },
    responses: answers({ answer: EventsAnswer, status: 202, problems: [400, 401, 403] }),
  });
  api.post(path, governing, async (c) => {
    const answer = await c.get('reads').recordEvents(eventsIn(await jsonBody(c)));
    if (answer.accepted === 0) {
      throw invalid(answer.events.flatMap(({ problems = [] }, at) => problems.map(({ field, ...rest }) => ({ field: `events[${at}].${field}`, ...rest }))), 'invalid-events');
    }
    return respond(c, answer, { status: 202, headers: { 'cache-control': 'no-store' } });
  });
}

/** Looks only at the envelope: what an event must hold is checked one by one, so that each gets its own answer. */
function eventsIn(body: unknown): SentEvent[] {
  const list = isObject(body) && 'events' in body ? body['events'] : [body];
  if (!Array.isArray(list) || list.length === 0 || list.length > mostEventsAtOnce) {
    throw invalid([{ field: 'events', problem: `must be a list of 1 to ${mostEventsAtOnce} events` }], 'invalid-events');
  }
  return list.map((event: unknown) => ({
    'detail-type': isObject(event) && typeof event['detail-type'] === 'string' ? event['detail-type'] : '',
    detail: isObject(event) && isObject(event['detail']) ? event['detail'] : {},
  }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
