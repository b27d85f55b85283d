import { KubernetesObject } from '../cluster/defineResource';
import { UpstreamResolution } from '../models/resolveUpstream';
import { RenderedObject } from '../rendering/RenderedObject';
import { Verdict } from './Verdict';

/** What else serves an OpenAI-compatible model. */
export interface ObservedOpenai {
  aiRoute: KubernetesObject | undefined;
  aiBackend: KubernetesObject | undefined;
  infoRoute: KubernetesObject | undefined;
  infoPolicy: KubernetesObject | undefined;
  /** The HTTPRoute of the entrance of its hostname, as the AI Gateway has made it; false: public models need none. */
  entrance: KubernetesObject | undefined | false;
  /** The policies on the Gateway that ask for keys and mark requests, where the platform has none of its own. */
  guard: Array<{ live: KubernetesObject | undefined; wanted: RenderedObject }>;
  /** What the platform's own lack. */
  guardProblems: string[];
}

/** All that is known about a publication from outside. */
export interface ObservedPublication {
  /** undefined: there is no such model. */
  model: { ready: boolean; reason: string | undefined } | undefined;
  upstream: UpstreamResolution;
  /** Leads to the model; of an OpenAI-compatible model, the one that the AI Gateway has made. */
  route: KubernetesObject | undefined;
  /** Only of OpenAI-compatible models. */
  openai?: ObservedOpenai;
  securityPolicy: KubernetesObject | undefined;
  trafficPolicy: KubernetesObject | undefined;
  /** What the objects should be; without it, a changed object counts as the right one. */
  rendered?: RenderedObject[];
  /** The Gateway object; without it, the route's own status has to do. */
  gateway?: KubernetesObject;
  /** On the listener of a custom hostname. */
  listener?: Verdict;
  /** Active keys, and how many of them the gateway's credentials hold. */
  keys: { active: number; present: number };
  /** Nobody needs a key. */
  isPublic?: boolean;
  /** Result of the last look from outside. */
  reachability: Verdict | undefined;
}
