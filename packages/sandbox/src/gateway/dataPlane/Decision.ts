import { OutgoingHttpHeaders } from 'node:http';
import { ConfiguredRoute } from '../configuration/GatewayConfiguration';
import { AiRequest } from './aiProcessor/aiRequests';
import { ProcessedRequest } from './aiProcessor/AiProcessor';
import { LocalReply } from './GatewayRequest';
import { ChargeAnswer } from './LimitVerdict';

/** A request of the AI Gateway on its way to a model server. */
export interface AiExchange extends ProcessedRequest {
  readonly request: AiRequest;
}

/** What happens with a request. */
export type Decision =
  /** It is answered at once. */
  | { readonly kind: 'reply'; readonly reply: LocalReply }
  /** It goes along a route. */
  | {
      readonly kind: 'forward';
      readonly route: ConfiguredRoute;
      readonly responseHeaders: OutgoingHttpHeaders;
      readonly ai?: AiExchange;
      readonly charge?: ChargeAnswer;
    }
  /** Its body decides, which may have `mostBytes`. */
  | {
      readonly kind: 'readBody';
      readonly mostBytes: number;
      /** `now` is in Unix milliseconds. */
      decide(body: Buffer, now: number): Decision;
    };

export function answerAtOnce(reply: LocalReply): Decision {
  return { kind: 'reply', reply };
}
