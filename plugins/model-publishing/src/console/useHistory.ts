import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useState } from 'react';
import {
  ModelPublishingApi,
  modelPublishingApiRef,
} from '../api/ModelPublishingApi';
import { TestAnswer } from './TestAnswer';

export const HISTORY_LENGTH = 20;

/** One request that has been sent, and what came back. */
export interface Exchange {
  /** Counts from 1, in this session and for this publication. */
  number: number;
  answer: TestAnswer;
}

/** Requests and answers may be private, so they are held in memory alone: of each app, by publication. The newest is first. */
const histories = new WeakMap<ModelPublishingApi, Map<string, Exchange[]>>();

function historyOf(api: ModelPublishingApi): Map<string, Exchange[]> {
  const known = histories.get(api) ?? new Map<string, Exchange[]>();
  histories.set(api, known);
  return known;
}

/** What has been sent to a publication in this session, and how to add to it. */
export function useHistory(publicationId: string) {
  const api = useApi(modelPublishingApiRef);
  const [exchanges, setExchanges] = useState(
    () => historyOf(api).get(publicationId) ?? [],
  );
  const add = useCallback(
    (answer: TestAnswer) => {
      const history = historyOf(api);
      const others = history.get(publicationId) ?? [];
      const number = (others[0]?.number ?? 0) + 1;
      const next = [{ number, answer }, ...others].slice(0, HISTORY_LENGTH);
      history.set(publicationId, next);
      setExchanges(next);
    },
    [api, publicationId],
  );
  return { exchanges, add };
}
