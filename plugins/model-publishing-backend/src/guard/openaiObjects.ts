import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { isAmong } from '../publications/isAmong';
import { renderCanaryBackends } from '../rendering/renderCanary';
import {
  renderEntrance,
  renderEntrancePolicy,
} from '../rendering/renderEntrance';
import { renderClosingRoute } from '../rendering/renderGuard';
import { RenderedObject } from '../rendering/RenderedObject';

/** What the guard has for each hostname of OpenAI-compatible models. */
export function openaiObjects(
  gateway: GatewayConfig,
  config: Pick<ModelPublishingConfig, 'instanceId' | 'openai'>,
  openaiHostnames: string[],
): RenderedObject[] {
  const context = { gateway, instanceId: config.instanceId };
  const hostnames = [...new Set(openaiHostnames)].sort();
  const isKeyed = (hostname: string) =>
    !isAmong(hostname, gateway.hostnames.anonymous);
  const keyed = hostnames.filter(isKeyed);
  return [
    ...(config.openai.listModels === 'closed' ? hostnames : []).map(hostname =>
      renderClosingRoute(context, hostname),
    ),
    ...(keyed.length > 0 ? renderCanaryBackends(context) : []),
    ...keyed.map(hostname => renderEntrancePolicy(context, hostname)),
    ...keyed.map(hostname => renderEntrance(context, hostname)),
  ];
}
