import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import type { Principal } from '../../domain/scope.ts';
import { logger } from '../lambda/logger.ts';
import { credentialIn } from './credential.ts';

export interface Credentials { verifyToken: (token: string) => Promise<Principal | null>; findKey: (key: string) => Promise<Principal | null> }
type Answer = APIGatewaySimpleAuthorizerWithContextResult<Record<string, string>>;

const refused: Answer = { isAuthorized: false, context: {} };

/** An authorizer (payload 2.0, simple answers) that tells the API who calls. Whatever is missing, wrong or out of order lets nobody in. */
export function authorizeHandler({ verifyToken, findKey }: Credentials) {
  return async ({ headers, requestContext }: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'> & { requestContext?: { requestId?: string } }): Promise<Answer> => {
    try {
      const credential = credentialIn(headers?.['authorization']);
      if (!credential) return refused;
      const principal = await (credential.kind === 'token' ? verifyToken(credential.token) : findKey(credential.key));
      return principal ? { isAuthorized: true, context: contextOf(principal) } : refused;
    } catch (error) {
      // The reason helps whoever sets up an issuer; the token itself is never logged.
      logger.warn('refused', { requestId: requestContext?.requestId, reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' });
      return refused;
    }
  };
}

/** API Gateway hands on texts only. */
function contextOf(principal: Principal): Record<string, string> {
  if (principal.role === 'head-office') return { ...principal };
  const { associateId, ...rest } = principal;
  return associateId === null ? rest : { ...rest, associateId };
}
