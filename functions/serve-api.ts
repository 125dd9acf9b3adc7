import { createApi } from './adapters/http/create-api.ts';
import { lambdaHandler } from './adapters/http/lambda.ts';
import { apiWorld } from './adapters/lambda/api-world.ts';
import { useCases } from './flows/use-cases.ts';

const { options, ...world } = apiWorld();

/** Answers the HTTP API from the published run. */
export const handler = lambdaHandler(createApi(useCases(world), options));
