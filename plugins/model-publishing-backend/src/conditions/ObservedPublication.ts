import { KubernetesObject } from '../cluster/defineResource';
import { UpstreamResolution } from '../models/resolveUpstream';
import { RenderedObject } from '../rendering/RenderedObject';
import { Verdict } from './Verdict';

/** All that is known about a publication from outside. */
export interface ObservedPublication {
  /** undefined: there is no such model. */
  model: { ready: boolean; reason: string | undefined } | undefined;
  upstream: UpstreamResolution;
  route: KubernetesObject | undefined;
  securityPolicy: KubernetesObject | undefined;
  trafficPolicy: KubernetesObject | undefined;
  /** What the objects should be; without it, a changed object counts as the right one. */
  rendered?: RenderedObject[];
  /** The Gateway object; without it, the route's own status has to do. */
  gateway?: KubernetesObject;
  /** Active keys, and how many of them the gateway's credentials hold. */
  keys: { active: number; present: number };
  /** Result of the last look from outside. */
  reachability: Verdict | undefined;
}
