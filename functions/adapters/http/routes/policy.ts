import { z } from 'zod';
import type { Api } from '../context.ts';
import { jsonBody } from '../body.ts';
import { answers } from '../documented.ts';
import { ApiProblem, refusedPolicy } from '../problem.ts';
import { etagOf, matches, respond } from '../respond.ts';
import { governing } from '../scoped.ts';

const path = '/v1/policy';
/** Its schema refers to itself, so it is served on its own instead of being copied into the description. */
const schema = z.unknown().meta({ description: 'A policy document; /v1/schemas/Policy describes it.' });

/** The policy document; what is read can be changed and put back, and the server numbers it. */
export function addPolicy(api: Api): void {
  api.openAPIRegistry.registerPath({ method: 'get', path, summary: 'The policy by which the next night goes', responses: answers({ answer: schema, problems: [401] }) });
  api.get(path, async (c) => respond(c, await c.get('reads').policy()));

  api.openAPIRegistry.registerPath({
    method: 'put', path, summary: 'Saves the next version of the policy, by which the next night goes; with If-Match only if nobody changed it meanwhile',
    request: { body: { required: true, content: { 'application/json': { schema } } } },
    responses: answers({ answer: schema, problems: [400, 401, 403, 409, 412] }),
  });
  api.put(path, governing, async (c) => {
    const ifMatch = c.req.header('if-match');
    const reads = c.get('reads');
    if (ifMatch !== undefined && !matches(ifMatch, etagOf(await reads.policy(), c.get('scope').key))) {
      throw new ApiProblem({ status: 412, code: 'policy-changed', title: 'The policy has changed', detail: 'somebody saved a policy since you read it; read it again and apply your change to it' });
    }
    const saved = await reads.savePolicy(await jsonBody(c));
    if (!saved.ok) throw refusedPolicy(saved.problems);
    return respond(c, saved.policy);
  });
}
