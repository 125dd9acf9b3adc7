import { BusinessCalendar, formatDay } from '../../functions/domain/calendar.ts';
import { CommandFailed } from '../cli/errors.ts';
import { EventSender } from '../cli/import/send-events.ts';
import { waitUntilIngested } from '../cli/queues.ts';
import { NightRun, type NightResult } from '../cli/recompute/night.ts';
import { clientSettings, describeStack, laptopStack, type Stack } from '../cli/stack.ts';
import { sampleEvents } from './sample-events.ts';

/** How far the loading is: events sent of all, messages still to be stored, or the step of the night in progress. */
export type SampleProgress =
  | { phase: 'sending'; done: number; total: number }
  | { phase: 'storing'; left: number }
  | { phase: 'night'; step: string };

export interface SampleOptions {
  /** The AWS-shaped endpoint of the laptop. */
  endpoint: string;
  stackName?: string;
  seed?: number;
  /** The chain's history ends the day before this instant. */
  now: Date;
  onProgress: (progress: SampleProgress) => void;
  /** Called when everything is stored and before the night starts: the place to publish the chain's tier policy. */
  beforeNight?: (stack: Stack) => Promise<void>;
}

const usualSeed = 20_260_101;
const toldEvery = 500;

/**
 * Puts the invented chain on the bus of a running laptop, waits until it is stored, runs a night and answers how it went.
 * Throws CommandFailed when the laptop stops answering or the night fails.
 */
export async function loadSample({ endpoint, stackName = laptopStack, seed = usualSeed, now, onProgress, beforeNight }: SampleOptions): Promise<NightResult> {
  const stack = await describeStack(stackName, clientSettings(undefined, { AWS_ENDPOINT_URL: endpoint }));
  const events = sampleEvents({ seed, today: formatDay(new BusinessCalendar(stack.outputs.TimeZone).dayOf(now.getTime())) });
  const sender = new EventSender(stack, 'guibin.sample');
  let done = 0;
  for (const event of events) {
    await sender.send({ detailType: event['detail-type'], detailJson: JSON.stringify(event.detail) });
    done += 1;
    if (done % toldEvery === 0) onProgress({ phase: 'sending', done, total: events.length });
  }
  await sender.close();
  await waitUntilIngested(stack, (left) => { onProgress({ phase: 'storing', left }); });
  await beforeNight?.(stack);

  const night = new NightRun(stack);
  try {
    const result = await night.wait(await night.start(undefined), (step) => { onProgress({ phase: 'night', step }); });
    if (!result.succeeded) throw new CommandFailed(`the night over the sample chain failed: ${result.cause ?? 'no cause given'}`);
    return result;
  } finally {
    night.end();
  }
}
