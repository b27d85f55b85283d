import { Operation } from '@inference-portal/plugin-model-publishing-common';
import { idempotencyKeyOf } from '../idempotency/idempotencyKeyOf';
import { requestHash } from '../idempotency/requestHash';
import { runOnce, RunOnceOptions } from '../idempotency/runOnce';
import { RawRequest } from './parseRequest';
import { AnyRoute, RouteInput, RouteOutput } from './route';

/** Calls a route's handler; where the request carries an Idempotency-Key, so that it has one effect. */
export async function serveOnce(
  { operation, handler }: Pick<AnyRoute, 'operation' | 'handler'>,
  raw: RawRequest & { headers: Record<string, unknown> },
  input: RouteInput<Operation>,
  idempotency: RunOnceOptions,
): Promise<RouteOutput<Operation>> {
  const key = operation.idempotent ? idempotencyKeyOf(raw.headers) : undefined;
  if (key === undefined) {
    return handler(input);
  }
  const { method, path, operationId, successStatus } = operation;
  const { kind, name } = input.caller.principal;
  const { params, query, body } = raw;
  return runOnce(
    idempotency,
    {
      scope: `${kind} ${name} ${operationId}`,
      key,
      requestHash: requestHash({ method, path, params, query, body }),
    },
    async request => {
      const output = await handler({ ...input, request });
      return request.replay
        ? { ...output, auditMeta: { ...output.auditMeta, repeated: true } }
        : output;
    },
    ({ status, auditMeta }) => ({
      statusCode: status ?? successStatus,
      keyId: typeof auditMeta?.keyId === 'string' ? auditMeta.keyId : undefined,
    }),
  );
}
