import { BusinessCalendar, formatDay } from '../../functions/domain/calendar.ts';
import { presets } from '../../functions/domain/tiers/presets.ts';
import { CommandFailed } from '../cli/errors.ts';
import { EventSender } from '../cli/import/send-events.ts';
import { waitUntilIngested } from '../cli/queues.ts';
import { NightRun, type NightResult } from '../cli/recompute/night.ts';
import { clientSettings, describeStack, laptopStack } from '../cli/stack.ts';
import { contactSettings } from './contact-settings.ts';
import { putDocument } from './put-document.ts';
import type { SampleEvent } from './journal.ts';
import { sampleEvents } from './sample-events.ts';

export interface SampleOptions {
  /** The AWS-shaped endpoint of the laptop. */
  endpoint: string;
  stackName?: string;
  seed?: number;
  /** The chain's history ends the day before this instant; now, where a person looks at it. */
  now?: Date;
  /** Gets a line from time to time. */
  onProgress: (line: string) => void;
}

const usualSeed = 20_260_101;
const toldEvery = 10_000;

/**
 * Puts the invented chain on the bus of a running laptop, waits until it is stored, gives it its policy, runs a night and answers how it went.
 * Throws CommandFailed when the laptop stops answering or the night fails.
 */
export async function loadSample({ endpoint, stackName = laptopStack, seed = usualSeed, now = new Date(), onProgress }: SampleOptions): Promise<NightResult> {
  const stack = await describeStack(stackName, clientSettings(undefined, { AWS_ENDPOINT_URL: endpoint }));
  // By customer, so that one batch touches few of them and the ledger notes few arrivals.
  const today = new BusinessCalendar(stack.outputs.TimeZone).dayOf(now.getTime());
  const events = byCustomer(sampleEvents({ seed, today: formatDay(today) }));
  const sender = new EventSender(stack, 'guibin.sample');
  let done = 0;
  for (const event of events) {
    await sender.send({ detailType: event['detail-type'], detailJson: JSON.stringify(event.detail) });
    done += 1;
    if (done % toldEvery === 0) onProgress(`sample chain: ${done} of ${events.length} events sent`);
  }
  await sender.close();
  onProgress(`sample chain: ${done} events sent, waiting until they are stored`);
  await waitUntilIngested(stack, () => undefined);
  // Member cards: standard, gold and diamond.
  await putDocument(endpoint, stack, 'policy', presets.cards);
  await putDocument(endpoint, stack, 'contact-settings', contactSettings(today));

  const night = new NightRun(stack);
  try {
    onProgress('sample chain: the first night');
    const result = await night.wait(await night.start(undefined), () => undefined);
    if (!result.succeeded) throw new CommandFailed(`the night over the sample chain failed: ${result.cause ?? 'no cause given'}`);
    return result;
  } finally {
    night.end();
  }
}

function byCustomer(events: readonly SampleEvent[]): SampleEvent[] {
  const whose = ({ detail }: SampleEvent) => detail.customerId ?? '';
  return events.toSorted((a, b) => (whose(a) < whose(b) ? -1 : Number(whose(a) > whose(b))));
}
