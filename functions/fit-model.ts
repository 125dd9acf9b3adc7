import { nightWorld } from './adapters/lambda/night-world.ts';
import { stepHandler } from './adapters/lambda/step-handler.ts';
import { fitModel } from './flows/fit-model.ts';

const { evaluation, ...world } = nightWorld();

/** Estimates what the whole chain says about its customers. */
export const handler = stepHandler((task: { runId: string }) => fitModel(task, { ...world, settings: evaluation }));
