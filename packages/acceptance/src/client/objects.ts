import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
  PUBLICATION_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { eventually } from './eventually';
import { ClusterObject, kubernetes, Plural, PLURALS } from './kubernetes';
import { target } from './target';

/** Namespaces in which the product may write. */
export const NAMESPACES = [
  target.gateway.namespace,
  'tenant-a',
  'tenant-b',
  'tenant-c',
];

/** All objects with these labels, of every kind and in every namespace that the product writes. */
async function objectsWith(
  labels: Record<string, string>,
): Promise<Array<ClusterObject & { plural: Plural }>> {
  const lists = await Promise.all(
    NAMESPACES.flatMap(namespace =>
      PLURALS.map(async plural =>
        (
          await kubernetes.list(plural, { namespace, labels })
        ).map(object => ({ ...object, plural })),
      ),
    ),
  );
  return lists.flat();
}

/** What a publication consists of, as `kind/component`. */
export async function objectsOfPublication(id: string): Promise<string[]> {
  const objects = await objectsWith({ [PUBLICATION_LABEL]: id });
  return objects
    .map(
      ({ plural, metadata }) =>
        `${plural}/${metadata.labels?.[COMPONENT_LABEL]}`,
    )
    .sort();
}

/** A complete publication of a traditional model. */
export const COMPLETE = [
  'backends/backend',
  'backendtrafficpolicies/traffic-policy',
  'configmaps/claim',
  'configmaps/record',
  'httproutes/route',
  'secrets/credentials',
  'secrets/state',
  'securitypolicies/security-policy',
];

/**
 * A complete publication of an OpenAI-compatible model; the second route is the one that the AI Gateway makes, the second
 * policy that of what tells about the model.
 */
export const COMPLETE_OPENAI = [
  'aigatewayroutes/route',
  'aiservicebackends/backend',
  'backends/backend',
  'backendtrafficpolicies/traffic-policy',
  'configmaps/claim',
  'configmaps/record',
  'httproutefilters/route',
  'httproutes/route',
  'httproutes/route',
  'secrets/state',
  'securitypolicies/security-policy',
  'securitypolicies/security-policy',
];

/**
 * Every object of this installation with a digest of all but its status: equal snapshots mean that nothing was written.
 * Controllers go on with statuses in their own time; who has written anything else, and when, is in managedFields.
 */
export async function snapshot(): Promise<string[]> {
  const objects = await objectsWith({ [INSTANCE_LABEL]: target.instanceId });
  return objects
    .map(({ plural, metadata, spec, data }) => {
      const { resourceVersion: _, managedFields, ...rest } = metadata;
      const writes = z
        .array(z.looseObject({ subresource: z.string().optional() }))
        .default([])
        .parse(managedFields)
        .filter(({ subresource }) => subresource === undefined);
      const digest = createHash('sha256')
        .update(JSON.stringify([rest, writes, spec, data]))
        .digest('hex');
      return `${metadata.namespace}/${plural}/${metadata.name} ${digest}`;
    })
    .sort();
}

/**
 * Fails when anything has been written since a snapshot. What the guard had for models that are gone by now, it may take
 * back at any time.
 */
export async function expectNothingWrittenSince(
  before: string[],
): Promise<void> {
  const after = await snapshot();
  const isTakenBack = (line: string) =>
    line.includes('/model-publishing-guard-') &&
    !after.some(other => other.split(' ')[0] === line.split(' ')[0]);
  expect(after).toEqual(before.filter(line => !isTakenBack(line)));
}

const SETTLED_MS = 500;

/** Waits until nobody writes any more: controllers go on with statuses for a moment after others have written. */
export async function untilNothingIsWritten(): Promise<void> {
  await eventually(async () => {
    const before = await snapshot();
    await sleep(SETTLED_MS);
    expect(await snapshot()).toEqual(before);
  });
}

/** Name of the one object of a publication of this kind and component. */
export async function nameOf(
  plural: Plural,
  { id }: { id: string },
  component?: string,
): Promise<string> {
  const found = await kubernetes.list(plural, {
    labels: {
      [PUBLICATION_LABEL]: id,
      ...(component && { [COMPONENT_LABEL]: component }),
    },
  });
  const [first] = found;
  if (!first || found.length > 1) {
    throw new Error(`There are ${found.length} ${plural} of ${id}, not one`);
  }
  return first.metadata.name;
}
