import { z } from 'zod';
import { kubernetes } from './kubernetes';
import { target } from './target';

const gatewaySchema = z.object({
  metadata: z.object({
    managedFields: z.array(
      z.looseObject({
        manager: z.string(),
        operation: z.string(),
        subresource: z.string().optional(),
        fieldsV1: z.unknown(),
      }),
    ),
  }),
  spec: z.object({ listeners: z.array(z.looseObject({ name: z.string() })) }),
});

/** Our field manager, as docs/how-it-works.md names it. */
const MANAGER = `model-publishing-${target.instanceId}`;

/** The Gateway's listeners, and who holds what of it, but for its status. */
export async function readListeners() {
  const { metadata, spec } = gatewaySchema.parse(
    await kubernetes.get('gateways', target.gateway.name),
  );
  const isOurs = ({ name }: { name: string }) => name.startsWith('mp-');
  const ofPlatform = spec.listeners.filter(listener => !isOurs(listener));
  return {
    ours: spec.listeners.filter(isOurs),
    platform: {
      listeners: ofPlatform,
      held: metadata.managedFields
        .filter(
          ({ manager, subresource }) =>
            manager !== MANAGER && subresource === undefined,
        )
        .map(({ manager, operation, fieldsV1 }) => ({
          manager,
          operation,
          fieldsV1,
        })),
    },
  };
}

/** Replaces all listeners, as somebody with an editor would. */
export async function writeListeners(listeners: unknown[]): Promise<void> {
  await kubernetes.patch('gateways', target.gateway.name, {
    spec: { listeners },
  });
}
