import { useFormats } from './useFormats';
import { useNow } from './useNow';

/** How often the words are looked over, in milliseconds; the shortest unit is a minute. */
const REFRESH_MS = 30_000;

/** How long ago something was, or how far away it is; the time itself is in the title. */
export function TimeAgo({ time }: { time: string }) {
  const formats = useFormats();
  const now = useNow(REFRESH_MS);
  return (
    <time dateTime={time} title={formats.time(time)}>
      {formats.relative(time, now)}
    </time>
  );
}
