import { authorizeHandler } from './adapters/auth/authorize-handler.ts';
import { deployedCredentials } from './adapters/auth/credentials.ts';

/** Says who calls the API, in which role and for which store. */
export const handler = authorizeHandler(deployedCredentials());
