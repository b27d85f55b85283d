import { useApi } from '@backstage/core-plugin-api';
import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import {
  noAnswerYet,
  TestAnswer,
  TestOutcome,
  TestRequest,
  withEvent,
  withOutcome,
} from './TestAnswer';

/**
 * Sends one request at a time, and gives its answer as it comes. Leaving the page ends a request at the model too.
 *
 * @param onEnd - told of each answer when nothing more will come
 */
export function useTestRequest(
  { model, tenant, cluster }: PublicationRef,
  onEnd: (answer: TestAnswer) => void,
) {
  const api = useApi(modelPublishingApiRef);
  const [answer, setAnswer] = useState<TestAnswer>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  const send = useCallback(
    async (request: TestRequest) => {
      running.current?.abort();
      const caller = new AbortController();
      running.current = caller;
      let current = noAnswerYet(request);
      const show = (next: TestAnswer) => {
        current = next;
        // One that was replaced has nothing to show any more.
        if (running.current === caller) {
          setAnswer(next);
        }
      };
      show(current);
      const { endpoint, keyTenant, body } = request;
      const ended = await (async (): Promise<TestOutcome> => {
        try {
          const events = api.sendTestRequest(
            { model, tenant, cluster },
            { endpoint, keyTenant, body },
            { signal: caller.signal },
          );
          for await (const event of events) {
            show(withEvent(current, event));
          }
          // Nothing, when the last event has said how it ended.
          return { state: 'failed', reason: 'broken-off' };
        } catch (error) {
          return outcomeOf(error, current, caller.signal);
        }
      })();
      show(withOutcome(current, ended));
      onEnd(current);
    },
    [api, model, tenant, cluster, onEnd],
  );

  return {
    answer,
    send,
    stop: () => running.current?.abort(),
    /** Shows an earlier answer. */
    show: setAnswer,
  };
}

function outcomeOf(
  error: unknown,
  { response }: TestAnswer,
  { aborted }: AbortSignal,
): TestOutcome {
  if (aborted) {
    return { state: 'stopped' };
  }
  return response
    ? { state: 'failed', reason: 'broken-off' }
    : {
        state: 'refused',
        error: error instanceof Error ? error : new Error(String(error)),
      };
}
