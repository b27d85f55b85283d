import { AiRequest } from '../../metrics/AiMetrics';
import { AnswerListener } from './aiProcessor/UsageReader';
import { costsOf } from './costsOf';
import { AiExchange } from './Decision';
import { Exchange, ExchangeParts } from './Exchange';
import { GatewayRequest, headerValue } from './GatewayRequest';

function labelsOf(
  { request: { operation, model = '' }, model: { backend } }: AiExchange,
  request: GatewayRequest,
): AiRequest {
  return {
    clientId: headerValue(request, 'x-client-id'),
    operation,
    originalModel: model,
    requestModel: backend.modelNameOverride ?? model,
  };
}

/** An answer that is an error, which has neither tokens nor a model. `since` is in Unix milliseconds. */
export function bookFailure(
  { request }: Exchange,
  ai: AiExchange,
  since: number,
  { metrics, clock }: ExchangeParts,
): void {
  const seconds = (clock() - since) / 1000;
  const errorType = '_OTHER';
  metrics.ai.observeRequest(labelsOf(ai, request), { seconds, errorType });
}

/**
 * Books a good answer: its tokens to the limits of its request when it has ended, and everything to the metrics. What
 * breaks off costs nothing and is no request. `since` is in Unix milliseconds.
 */
export function bookAnswer(
  { request, charge }: Exchange,
  ai: AiExchange,
  since: number,
  { metrics, clock }: ExchangeParts,
): AnswerListener {
  const labels = labelsOf(ai, request);
  const seconds = () => (clock() - since) / 1000;
  return {
    onStart: () => {
      if (ai.request.body.stream === true) {
        const responseModel = labels.requestModel;
        metrics.ai.observeFirstToken({ ...labels, responseModel }, seconds());
      }
    },
    onEnd: usage => {
      const responseModel = usage?.model ?? labels.requestModel;
      const said = { ...labels, responseModel };
      metrics.ai.observeRequest(said, { seconds: seconds() });
      if (usage) {
        charge?.(costsOf(ai.model, usage), clock());
        metrics.ai.countTokens(said, usage);
      }
    },
  };
}
