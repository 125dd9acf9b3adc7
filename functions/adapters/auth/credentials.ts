import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { variable } from '../lambda/environment.ts';
import { apiKeys } from './api-keys.ts';
import type { Credentials } from './authorize-handler.ts';
import { tokenVerifier } from './tokens.ts';

/** The credentials this deployment accepts, from the function's environment. Throws MissingEnvironment. */
export function deployedCredentials(): Credentials {
  return {
    verifyToken: tokenVerifier({ issuer: variable('JWT_ISSUER'), audience: variable('JWT_AUDIENCE'), keysUrl: variable('JWKS_URL') }),
    findKey: apiKeys(new DynamoDBClient({}), variable('READINGS_TABLE')),
  };
}
