import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Api } from './context.ts';

type Authorized = APIGatewayProxyEventV2WithLambdaAuthorizer<unknown>;
/** Public routes have no authorizer and therefore no caller. */
type Event = Omit<Authorized, 'requestContext'> & { requestContext: Omit<Authorized['requestContext'], 'authorizer'> & { authorizer?: { lambda: unknown } } };

/** Hands events of API Gateway (payload 2.0) to the API as requests, and its responses back. The caller is whom the authorizer named. */
export function lambdaHandler(api: Api): (event: Event) => Promise<APIGatewayProxyStructuredResultV2> {
  return async (event) => {
    const { requestContext } = event;
    const response = await api.fetch(requestOf(event), { principal: requestContext.authorizer?.lambda, requestId: requestContext.requestId });
    return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text(), isBase64Encoded: false };
  };
}

function requestOf({ rawPath, rawQueryString, headers, body, isBase64Encoded, requestContext: { http: { method }, domainName } }: Event): Request {
  const url = `https://${domainName}${rawPath}${rawQueryString === '' ? '' : `?${rawQueryString}`}`;
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
  return new Request(url, { method, headers: sent, ...(hasBody && { body: isBase64Encoded ? Buffer.from(body, 'base64') : body }) });
}
