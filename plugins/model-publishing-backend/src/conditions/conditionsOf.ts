import {
  ConditionType,
  PublicationCondition,
} from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { UpstreamResolution } from '../models/resolveUpstream';
import { policyVerdict, routeVerdict, Verdict } from './policyVerdict';

/** All that is known about a publication from outside. */
export interface ObservedPublication {
  model: { ready: boolean; reason: string | undefined } | undefined;
  upstream: UpstreamResolution;
  route: KubernetesObject | undefined;
  securityPolicy: KubernetesObject | undefined;
  trafficPolicy: KubernetesObject | undefined;
  /** Active keys, and how many of them the gateway's credentials hold. */
  keys: { active: number; present: number };
  /** Result of the last look from outside. */
  reachability: Verdict | undefined;
}

const ADVICE: Partial<Record<string, string>> = {
  ModelNotReady: 'Look at the InferenceService: kubectl describe inferenceservice',
  BackendNotFound: 'It is put back by itself; if it stays, look at the log of the portal',
  Conflicted: 'Remove the other policy on this route; two policies of one kind compete',
  Invalid: 'The gateway answers 500 until this is mended; the message says what it misses',
  KeysLost: 'Keys were deleted from the credentials; rotate the key to get a new one',
  NoKeys: 'Rotate the key to get one',
  Missing: 'It is put back by itself within seconds',
};

/** The conditions of a publication. */
export function conditionsOf(observed: ObservedPublication): PublicationCondition[] {
  return [
    condition('ModelReady', modelVerdict(observed)),
    condition('RouteAccepted', routeVerdict(observed.route)),
    condition('KeysEnforced', keysVerdict(observed)),
    condition('LimitsEnforced', policyVerdict(observed.trafficPolicy)),
    condition(
      'Reachable',
      observed.reachability ?? {
        status: 'Unknown',
        reason: 'NotProbed',
        message: 'Nobody has looked from outside yet',
      },
    ),
  ];
}

function modelVerdict({ model, upstream }: ObservedPublication): Verdict {
  if (!model) {
    return { status: 'False', reason: 'ModelMissing', message: 'The model does not exist' };
  }
  if (!upstream.ok) {
    return { status: 'False', reason: upstream.reason, message: upstream.message };
  }
  return model.ready
    ? { status: 'True', reason: 'Ready', message: 'KServe reports the model as ready' }
    : { status: 'False', reason: 'ModelNotReady', message: model.reason ?? 'Not ready' };
}

function keysVerdict({ securityPolicy, keys }: ObservedPublication): Verdict {
  const verdict = policyVerdict(securityPolicy);
  if (verdict.status !== 'True') {
    return verdict;
  }
  if (keys.active > keys.present) {
    const lost = keys.active - keys.present;
    return { status: 'True', reason: 'KeysLost', message: `Enforced, but ${lost} key(s) are lost` };
  }
  return keys.active === 0
    ? { status: 'True', reason: 'NoKeys', message: 'Enforced, but there is no key to call it with' }
    : verdict;
}

function condition(type: ConditionType, verdict: Verdict): PublicationCondition {
  const advice = ADVICE[verdict.reason];
  return { type, ...verdict, ...(advice && { advice }) };
}
