import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { badRequest, invalid } from '../errors/statusErrors';
import { isFields } from '../fields/Fields';
import { apiVersionOf, ServedType } from '../kinds/resourceTypes';

const textMap = z.record(z.string(), z.string());

const metadataSchema = z.looseObject({
  name: z.string().default(''),
  generateName: z.string().optional(),
  namespace: z.string().optional(),
  uid: z.string().optional(),
  resourceVersion: z.string().optional(),
  labels: textMap.optional(),
  annotations: textMap.optional(),
  finalizers: z.array(z.string()).optional(),
  ownerReferences: z
    .array(
      z.looseObject({
        apiVersion: z.string(),
        kind: z.string(),
        name: z.string(),
        uid: z.string(),
      }),
    )
    .optional(),
});

const objectSchema = z.looseObject({ metadata: metadataSchema });

/** An object as a client sent it; its kind and namespace are those of the request. */
export type IncomingObject = z.infer<typeof objectSchema> & {
  apiVersion: string;
  kind: string;
};

/**
 * Reads an object from a request. Throws 400 when it is of another kind or namespace than the request's, or when its
 * metadata has not the form of `ObjectMeta`.
 */
export function parseObject(
  type: ServedType,
  { namespace, name }: { namespace?: string; name?: string },
  body: unknown,
): IncomingObject {
  const kind = isFields(body) ? body.kind : undefined;
  if (!isFields(body) || kind === undefined) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind}): couldn't get version/kind`,
    );
  }
  const apiVersion = apiVersionOf(type);
  if (kind !== type.kind || body.apiVersion !== apiVersion) {
    throw badRequest(
      `${kind} in version "${body.apiVersion}" cannot be handled as a ${type.kind}: the request is for ${apiVersion}`,
    );
  }
  const parsed = objectSchema.safeParse({
    ...withoutNulls(body),
    metadata: withoutNulls(isFields(body.metadata) ? body.metadata : {}),
  });
  if (!parsed.success) {
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${
        type.kind
      }: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { metadata } = parsed.data;
  if (namespace && metadata.namespace && metadata.namespace !== namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (name && metadata.name && metadata.name !== name) {
    throw badRequest(
      `the name of the object (${metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  return {
    ...parsed.data,
    apiVersion,
    kind: type.kind,
    metadata: {
      ...metadata,
      name: name ?? nameOf(type, metadata),
      ...(namespace && { namespace }),
    },
  };
}

function nameOf(
  type: ServedType,
  metadata: { name: string; generateName?: string },
): string {
  if (metadata.name) {
    return metadata.name;
  }
  if (!metadata.generateName) {
    const message = 'Required value: name or generateName is required';
    throw invalid(type, '', [
      { reason: 'FieldValueRequired', message, field: 'metadata.name' },
    ]);
  }
  return `${metadata.generateName}${randomBytes(3)
    .toString('hex')
    .slice(0, 5)}`;
}

/** Clients write null for what they leave out. */
function withoutNulls(
  fields: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  );
}
