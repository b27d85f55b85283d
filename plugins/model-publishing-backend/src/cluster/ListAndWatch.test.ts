import { KubernetesObject } from './defineResource';
import { ListAndWatch, WatchEvent, WatchSource } from './ListAndWatch';

const anObject = (name: string, resourceVersion: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'here', resourceVersion },
});

interface OpenWatch {
  resourceVersion: string;
  send: (event: WatchEvent<KubernetesObject>) => void;
  close: (error?: Error) => void;
}

/** A source whose watches are opened and closed by the test. */
function aSource(
  lists: Array<
    () => Promise<{ items: KubernetesObject[]; resourceVersion: string }>
  >,
) {
  const watches: OpenWatch[] = [];
  const failures: unknown[] = [];
  const source: WatchSource<KubernetesObject> = {
    list: () =>
      (lists.length > 1 ? lists.shift() : lists[0])?.() ??
      Promise.reject(new Error('no list')),
    watch: (resourceVersion, send) =>
      new Promise((resolve, reject) => {
        const close = (error?: Error) => (error ? reject(error) : resolve());
        watches.push({ resourceVersion, send, close });
      }),
    onFailure: error => failures.push(error),
  };
  return { source, watches, failures };
}

const listOf =
  (resourceVersion: string, ...items: KubernetesObject[]) =>
  async () => ({ items, resourceVersion });

describe('ListAndWatch', () => {
  const stop = new AbortController();
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  afterAll(() => stop.abort());
  const flush = () => jest.advanceTimersByTimeAsync(0);
  const namesIn = (watch: ListAndWatch<KubernetesObject>) =>
    watch.list().map(({ metadata }) => metadata.name);

  it('lists, then follows the changes from that version on', async () => {
    const { source, watches } = aSource([listOf('5', anObject('a', '3'))]);
    const watch = new ListAndWatch(source);
    expect(watch.synced).toBe(false);
    watch.start(stop.signal);
    await watch.whenSynced();
    await flush();
    expect(watch.synced).toBe(true);
    expect(watches[0]?.resourceVersion).toBe('5');
    watches[0]?.send({ type: 'ADDED', object: anObject('b', '6') });
    watches[0]?.send({ type: 'DELETED', object: anObject('a', '7') });
    expect(namesIn(watch)).toEqual(['b']);
  });

  it('goes on where it stopped when the server closes the stream', async () => {
    const { source, watches, failures } = aSource([listOf('5')]);
    const watch = new ListAndWatch(source);
    watch.start(stop.signal);
    await flush();
    watches[0]?.send({ type: 'BOOKMARK', object: anObject('', '9') });
    watches[0]?.close();
    await flush();
    expect(watches[1]?.resourceVersion).toBe('9');
    expect(namesIn(watch)).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('lists anew when its version is too old, and notices what was deleted meanwhile', async () => {
    const { source, watches } = aSource([
      listOf('5', anObject('a', '3')),
      listOf('20', anObject('b', '12')),
    ]);
    const watch = new ListAndWatch(source);
    watch.start(stop.signal);
    await flush();
    watches[0]?.send({ type: 'ERROR', object: anObject('', '') });
    watches[0]?.close();
    await flush();
    expect(watches[1]?.resourceVersion).toBe('20');
    expect(namesIn(watch)).toEqual(['b']);
  });

  it('comes back after failures, with pauses, and keeps what it knew', async () => {
    const failing = () => Promise.reject(new Error('away'));
    const { source, watches, failures } = aSource([
      listOf('5', anObject('a', '3')),
      failing,
      failing,
      listOf('8', anObject('a', '3')),
    ]);
    const watch = new ListAndWatch(source);
    watch.start(stop.signal);
    await flush();
    watches[0]?.close(new Error('reset'));
    await flush();
    expect(namesIn(watch)).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(failures).toHaveLength(3);
    expect(watches[1]?.resourceVersion).toBe('8');
  });

  it('ends when it is told to', async () => {
    const end = new AbortController();
    const { source, watches } = aSource([listOf('5')]);
    new ListAndWatch(source).start(end.signal);
    await flush();
    end.abort();
    watches[0]?.close(new Error('aborted'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(watches).toHaveLength(1);
  });
});
