import { useRef } from 'react';
import { newIdempotencyKey } from './newIdempotencyKey';

/** A request that has one effect, however often it is sent. */
export interface RepeatableRequest<Body> {
  body: Body;
  idempotencyKey: string;
}

/**
 * Makes one request of the same input, also when it is sent again after a failure: it may have had its effect already.
 * Another input is another request, because the backend refuses another body under the same key.
 *
 * @param toBody - called once for each input, so that times in the body stay as they are
 */
export function useRepeatable<Input, Body>(
  toBody: (input: Input) => Body,
): (input: Input) => RepeatableRequest<Body> {
  const last = useRef<{ input: string; request: RepeatableRequest<Body> }>();
  return value => {
    const input = JSON.stringify(value);
    if (last.current?.input !== input) {
      last.current = {
        input,
        request: { body: toBody(value), idempotencyKey: newIdempotencyKey() },
      };
    }
    return last.current.request;
  };
}
