import { ClusterObjects } from '../ClusterObjects';
import { ClientTrafficPolicy } from '../resources/ClientTrafficPolicy';
import { keyOf, PolicyTarget } from '../resources/metadata';
import {
  ObjectStatus,
  PolicyStatus,
  referenceTo,
} from '../status/PolicyStatus';
import { bytesOf } from './bytesOf';
import { defaultBufferLimit, EarlyHeaders } from './GatewayConfiguration';

interface Attachment {
  readonly policy: ClientTrafficPolicy;
  readonly target: PolicyTarget;
}

function refusalOf(
  { policy, target }: Attachment,
  listeners: readonly string[],
  claimed: boolean,
): { reason: string; message: string } | undefined {
  const { name, sectionName } = target;
  if (sectionName && !listeners.includes(sectionName)) {
    return {
      reason: 'TargetNotFound',
      message: `No section name ${sectionName} found for Gateway ${policy.metadata.namespace}/${name}`,
    };
  }
  const subject = sectionName ? `section of ${name}` : `Gateway ${name}`;
  return claimed
    ? {
        reason: 'Conflicted',
        message: `Unable to target ${subject}, another ClientTrafficPolicy has already attached to it`,
      }
    : undefined;
}

function earlyHeadersOf({ spec }: ClientTrafficPolicy): EarlyHeaders {
  const { remove = [], set = [] } = spec.headers?.earlyRequestHeaders ?? {};
  return {
    remove: remove.map(name => name.toLowerCase()),
    set: set.map(({ name, value }) => ({ name: name.toLowerCase(), value })),
  };
}

/**
 * ClientTrafficPolicies, which belong to listeners: those of a single listener first, then those of Gateways for
 * the listeners that are left. Of two on one target the older wins.
 */
export function attachClientPolicies({
  clientTrafficPolicies,
  gateways,
}: ClusterObjects): {
  earlyHeaders: Record<string, EarlyHeaders>;
  bufferLimits: Record<string, number>;
  statuses: ObjectStatus[];
} {
  const earlyHeaders: Record<string, EarlyHeaders> = {};
  const bufferLimits: Record<string, number> = {};
  const claims = new Set<string>();
  const statuses = new Map(
    clientTrafficPolicies.map(policy => [policy, new PolicyStatus(policy)]),
  );
  const attach = (attachment: Attachment) => {
    const { policy, target } = attachment;
    const key = `${policy.metadata.namespace}/${target.name}`;
    const gateway = gateways.find(candidate => keyOf(candidate) === key);
    const status = statuses.get(policy);
    if (!gateway || !status) {
      return;
    }
    const { sectionName } = target;
    const listeners = gateway.spec.listeners.map(({ name }) => name);
    const ancestor = referenceTo(gateway.metadata, sectionName);
    const claim = `${key}/${sectionName ?? ''}`;
    const refusal = refusalOf(attachment, listeners, claims.has(claim));
    if (refusal) {
      status.refuse(ancestor, refusal.reason, refusal.message);
      return;
    }
    claims.add(claim);
    const taken = listeners.filter(name => claims.has(`${key}/${name}`));
    if (!sectionName && taken.length) {
      status.set(ancestor, {
        type: 'Overridden',
        status: 'True',
        reason: 'Overridden',
        message: `There are existing ClientTrafficPolicies that are overriding these sections [${taken
          .sort()
          .join(' ')}]`,
      });
    }
    const { bufferLimit } = policy.spec.connection ?? {};
    for (const listener of sectionName ? [sectionName] : listeners) {
      bufferLimits[`${key}/${listener}`] ??=
        bufferLimit === undefined ? defaultBufferLimit : bytesOf(bufferLimit);
      earlyHeaders[`${key}/${listener}`] ??= earlyHeadersOf(policy);
    }
    status.accept(ancestor);
  };
  const attachments = clientTrafficPolicies.flatMap(policy =>
    policy.spec.targetRefs.map(target => ({ policy, target })),
  );
  attachments.filter(({ target }) => target.sectionName).forEach(attach);
  attachments.filter(({ target }) => !target.sectionName).forEach(attach);
  return {
    earlyHeaders,
    bufferLimits,
    statuses: [...statuses.values()].flatMap(
      status => status.toObjectStatus() ?? [],
    ),
  };
}
