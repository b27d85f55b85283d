import { KubernetesObject } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { aiGatewayVerdict } from './aiGatewayVerdict';
import { ObservedPart, partVerdict } from './guardVerdict';
import { objectVerdict } from './objectVerdict';
import { routeVerdict } from './routeVerdict';
import { bad, good, Verdict, worstOf } from './Verdict';

/** What is seen of the AI Gateway at work. */
export interface ObservedAiGateway {
  /** What the platform's own policies lack to check the keys of OpenAI-compatible models. */
  problems: string[];
  /** What the guard has for their hostnames; none where none is published. */
  parts: ObservedPart[];
  /** The route whose only purpose is to be seen, and what the AI Gateway has made of it. */
  canary: KubernetesObject | undefined;
  canaryRoute: KubernetesObject | undefined;
}

/**
 * Whether OpenAI-compatible models are served. undefined: none is published and nothing is in the way, so there is
 * nothing to be seen.
 */
export function openaiVerdict({
  problems,
  parts,
  canary,
  canaryRoute,
}: ObservedAiGateway): Verdict | undefined {
  if (problems.length > 0) {
    return bad('GuardIncomplete', problems.join('; '));
  }
  if (parts.length === 0) {
    return undefined;
  }
  const verdicts = [
    objectVerdict(AiGatewayRoute, canary, undefined, aiGatewayVerdict),
    objectVerdict(HttpRoute, canaryRoute, undefined, routeVerdict),
    ...parts.map(partVerdict),
  ];
  return worstOf([
    ...verdicts.filter(({ status }) => status !== 'True'),
    good('Served', 'The AI Gateway takes up what is published'),
  ]);
}
