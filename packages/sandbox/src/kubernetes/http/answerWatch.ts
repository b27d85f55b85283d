import { watchObjects, WatchRequest } from '../reads/watchObjects';
import { ObjectTables } from '../store/ObjectTables';
import { Exchange } from './Exchange';

const bookmarkEveryMs = 10_000;
/** Of a client that does not say how long it wants to watch. */
const defaultTimeoutSeconds = 1800;

/** Streams a watch until its time is over or one side leaves. */
export function answerWatch(
  exchange: Exchange,
  tables: ObjectTables,
  request: WatchRequest,
): void {
  const response = exchange.stream();
  const watch = watchObjects(tables, request, {
    write: line => response.write(line),
    end: () => response.end(),
  });
  const seconds =
    Number(exchange.param('timeoutSeconds')) || defaultTimeoutSeconds;
  const bookmarks = setInterval(() => watch.bookmark(), bookmarkEveryMs);
  const timeout = setTimeout(() => {
    watch.bookmark();
    response.end();
  }, seconds * 1000);
  response.once('close', () => {
    watch.stop();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}
