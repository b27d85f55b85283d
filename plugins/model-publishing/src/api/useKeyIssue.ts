import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from './queryKeys';
import { withoutKey } from './withoutKey';

/**
 * Runs a call that issues an API key. The key is held by the calling component alone: the cache of answers gets
 * everything but the key, so it is gone when the component is.
 */
export function useKeyIssue<Input, Answer extends { apiKey: string | null }>(
  issue: (input: Input) => Promise<Answer>,
) {
  const queryClient = useQueryClient();
  const [apiKey, setApiKey] = useState<string | null>(null);
  const mutation = useMutation({
    mutationFn: async (input: Input) => {
      const { apiKey: issued, rest } = withoutKey(await issue(input));
      setApiKey(issued);
      return rest;
    },
    onSuccess: () => {
      // Not awaited: the key is to be seen at once, not after a list in the background.
      queryClient.invalidateQueries({ queryKey: queryKeys.all });
    },
  });
  return { ...mutation, apiKey };
}
