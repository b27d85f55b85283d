import { alertApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';

/** How long a toast is shown, in milliseconds. */
const TOAST_MS = 6_000;

/** Says in passing that something was done, in either frontend system. Never a key, and nothing that is not shown elsewhere. */
export function useToast(): (text: string) => void {
  const apis = useApiHolder();
  return useCallback(
    text => {
      const toasts = apis.get(toastApiRef);
      if (toasts) {
        toasts.post({ title: text, status: 'success', timeout: TOAST_MS });
      } else {
        apis
          .get(alertApiRef)
          ?.post({ message: text, severity: 'success', display: 'transient' });
      }
    },
    [apis],
  );
}
