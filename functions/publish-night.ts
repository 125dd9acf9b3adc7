import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EventBridgeBus } from './adapters/eventbridge/bus.ts';
import { variable } from './adapters/lambda/environment.ts';
import { eraseWorld } from './adapters/lambda/erase-world.ts';
import { stepHandler } from './adapters/lambda/step-handler.ts';
import { publishNight, type NightOutcome } from './flows/publish-night.ts';

const world = eraseWorld();
const bus = new EventBridgeBus(new EventBridgeClient({}), variable('EVENT_BUS'));

/** Makes a night visible, or records why it failed. */
export const handler = stepHandler((outcome: NightOutcome) => publishNight(outcome, { ...world, bus }));
