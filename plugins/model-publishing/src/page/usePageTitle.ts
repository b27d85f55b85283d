import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';

/** Names the browser's tab while the calling component is shown, with the name of the portal behind. */
export function usePageTitle(title: string) {
  const portal =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
  useEffect(() => {
    const before = document.title;
    const write = () => {
      document.title = `${title} | ${portal}`;
    };
    write();
    // The header of the old frontend system writes its own title in the frame after it has appeared.
    const frame = requestAnimationFrame(write);
    return () => {
      cancelAnimationFrame(frame);
      document.title = before;
    };
  }, [title, portal]);
}
