import { z } from 'zod';
import { WrittenContactSettings } from '../../../contract/contact-settings.ts';
import { eventSchemas, eventTypes } from '../../../contract/events.ts';
import { Policy } from '../../../contract/policy.ts';
import type { Api } from '../context.ts';
import { notFound } from '../problem.ts';
import { respond } from '../respond.ts';

const schemas: Record<string, z.ZodType> = { ...eventSchemas, Policy, ContactSettings: WrittenContactSettings };
const published = new Map<string, object>();

/** JSON Schemas of everything that may be sent, made from what checks it; each is made once. */
export function addSchemas(api: Api): void {
  api.get('/v1/schemas/:type', (c) => {
    const type = c.req.param('type');
    const schema = Object.hasOwn(schemas, type) ? published.get(type) ?? z.toJSONSchema(schemas[type]!, { io: 'input', unrepresentable: 'any' }) : null;
    if (!schema) throw notFound(`there is no schema ${type}`, `there are ${[...eventTypes, 'Policy', 'ContactSettings'].join(', ')}`);
    published.set(type, schema);
    return respond(c, schema);
  });
}
