import { TestEvent } from '@inference-portal/plugin-model-publishing-common';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { SecretText } from '../keys/SecretText';

/** One request to a published model. */
export interface GatewayTestRequest {
  /** As which the model is published; sent as Host. */
  hostname: string;
  method: 'GET' | 'POST';
  path: string;
  /** JSON. */
  body?: string;
  /** undefined: the model is public. */
  key: SecretText | undefined;
}

/**
 * Sends one request to a gateway and tells what comes back. It never throws: that there is no complete answer is told
 * too. Aborting the signal ends the request without another word.
 */
export type TestRequestSender = (
  gateway: Pick<GatewayConfig, 'baseUrl' | 'hostnames' | 'probeUrl'>,
  request: GatewayTestRequest,
  signal: AbortSignal,
) => AsyncIterable<TestEvent>;
