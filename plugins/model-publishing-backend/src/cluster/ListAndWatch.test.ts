import { KubernetesObject } from './defineResource';
import {
  ListAndWatch,
  WatchEvent,
  WatchRequest,
  WatchSource,
} from './ListAndWatch';

const anObject = (name: string, resourceVersion: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'here', resourceVersion },
});
const added = (name: string, version: string) => ({
  type: 'ADDED',
  object: anObject(name, version),
});
const bookmark = (version: string) => ({
  type: 'BOOKMARK',
  object: anObject('', version),
});

type List = () => Promise<{
  items: KubernetesObject[];
  resourceVersion: string;
}>;
const listOf =
  (resourceVersion: string, ...items: KubernetesObject[]): List =>
  async () => ({ items, resourceVersion });
const failing: List = () => Promise.reject(new Error('away'));
/** What the API server sends about a version that is too old, instead of an object. */
const expired: WatchEvent<KubernetesObject> = {
  type: 'ERROR',
  object: JSON.parse('{"kind":"Status","code":410,"metadata":{}}'),
};

interface OpenWatch extends WatchRequest<KubernetesObject> {
  close(error?: Error): void;
}

/** What the source says when the cluster does not know the kind. */
const absence = new Error('no such kind');

/** A started watch, whose lists are given and whose streams the test opens, fills and closes. */
function aWatch(...lists: List[]) {
  const stop = new AbortController();
  const streams: OpenWatch[] = [];
  const failures: unknown[] = [];
  const pauses: number[] = [];
  const changes: string[] = [];
  let now = 0;
  const source: WatchSource<KubernetesObject> = {
    list: () => (lists.shift() ?? failing)(),
    watch: request =>
      new Promise((resolve, reject) => {
        streams.push({
          ...request,
          close: error => (error ? reject(error) : resolve()),
        });
      }),
    isAbsence: error => error === absence,
    onFailure: error => failures.push(error),
    onListenerFailure: error => failures.push(error),
    timing: {
      clock: () => new Date(now),
      random: () => 0.5,
      pause: async milliseconds => {
        pauses.push(milliseconds);
        if (pauses.length === 12) {
          stop.abort();
        }
      },
    },
  };
  const watch = new ListAndWatch(source);
  watch.onChange(({ type, object }) =>
    changes.push(`${type} ${object.metadata.name}`),
  );
  watch.start(stop.signal);
  /** The stream that is open after everything that can happen now has happened. */
  const stream = async () => {
    for (let turn = 0; turn < 50; turn++) {
      await Promise.resolve();
    }
    const last = streams.at(-1);
    if (!last) {
      throw new Error('No watch was opened');
    }
    return last;
  };
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { watch, stop, streams, failures, pauses, changes, stream, pass };
}

describe('ListAndWatch', () => {
  it('lists, then follows the changes from that version on', async () => {
    const { watch, stream, changes } = aWatch(listOf('5', anObject('a', '3')));
    expect(watch.synced).toBe(false);
    await watch.whenSynced();
    expect(watch.synced).toBe(true);

    const { resourceVersion, onEvent } = await stream();
    onEvent(added('b', '6'));
    onEvent({ type: 'DELETED', object: anObject('a', '7') });

    expect(resourceVersion).toBe('5');
    expect(changes).toEqual(['added a', 'added b', 'deleted a']);
    expect(watch.list()).toEqual([anObject('b', '6')]);
  });

  it('goes on where it was when the server ends the stream', async () => {
    const { stream, pauses, failures } = aWatch(listOf('5'));
    const first = await stream();
    first.onEvent(bookmark('9'));
    first.close();

    expect((await stream()).resourceVersion).toBe('9');
    expect(pauses).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('does not hurry when streams end without having shown anything', async () => {
    const { stream, pauses, pass } = aWatch(listOf('5'));
    (await stream()).close();
    (await stream()).close();
    (await stream()).close();
    await stream();
    expect(pauses).toEqual([750, 1500, 3000]);

    pass(300_000);
    (await stream()).close();
    await stream();
    expect(pauses).toHaveLength(3);
  });

  it('lists anew when its version is too old, and tells the difference', async () => {
    const { stream, changes, failures } = aWatch(
      listOf('5', anObject('a', '3'), anObject('c', '4')),
      listOf('20', anObject('b', '12'), anObject('c', '13')),
    );
    const first = await stream();
    changes.length = 0;
    first.onEvent(expired);
    first.close();

    expect((await stream()).resourceVersion).toBe('20');
    expect(changes).toEqual(['deleted a', 'added b', 'updated c']);
    expect(failures).toEqual([]);
  });

  it('comes back after failures, with growing pauses, and keeps what it knew', async () => {
    const { watch, stream, pauses, failures } = aWatch(
      listOf('5', anObject('a', '3')),
      failing,
      failing,
      listOf('8', anObject('a', '3')),
    );
    const reset = new Error('reset');
    (await stream()).close(reset);

    expect((await stream()).resourceVersion).toBe('8');
    expect(watch.list()).toHaveLength(1);
    expect(pauses).toEqual([750, 1500, 3000]);
    expect(failures).toEqual([reset]);
  });

  it('reports each interruption once, and begins with short pauses again', async () => {
    const { stream, pauses, failures } = aWatch(
      listOf('5'),
      failing,
      listOf('6'),
      listOf('9'),
    );
    (await stream()).close(new Error('first'));
    const second = await stream();
    second.onEvent(bookmark('7'));
    second.close(new Error('second'));
    await stream();

    expect(failures.map(String)).toEqual(['Error: first', 'Error: second']);
    expect(pauses).toEqual([750, 1500, 750]);
  });

  it('never gives up, and never waits longer than half a minute', async () => {
    const { watch, pauses, failures } = aWatch();
    await new Promise(resolve => setImmediate(resolve));

    expect(pauses).toHaveLength(12);
    expect(Math.max(...pauses)).toBe(22_500);
    expect(failures).toHaveLength(1);
    expect(watch.synced).toBe(false);
  });

  it('notes progress by the clock, bookmarks included', async () => {
    const { watch, stream, pass } = aWatch(listOf('5'));
    expect(watch.lastProgressAt).toBeUndefined();
    const { onEvent } = await stream();
    expect(watch.lastProgressAt).toBe(0);
    pass(400);
    onEvent(bookmark('6'));
    expect(watch.lastProgressAt).toBe(400);
    pass(100);
    onEvent(expired);
    expect(watch.lastProgressAt).toBe(400);
  });

  it('knows since when the server owes an answer', async () => {
    const { watch, stream, pass } = aWatch(listOf('5'), failing, listOf('6'));
    expect(watch.awaySince).toBe(0);
    const first = await stream();
    first.onOpen();
    expect(watch.awaySince).toBeUndefined();

    pass(400);
    first.close(new Error('reset'));
    const second = await stream();
    expect(watch.awaySince).toBe(400);
    second.onOpen();
    expect(watch.awaySince).toBeUndefined();
    expect(watch.lastProgressAt).toBe(400);

    pass(600);
    second.close();
    const third = await stream();
    expect(watch.awaySince).toBe(1000);
    third.onEvent(bookmark('7'));
    expect(watch.awaySince).toBeUndefined();
  });

  it('keeps the time of the first failure, however often it tries', async () => {
    const { watch, stream, pass } = aWatch(listOf('5'));
    const first = await stream();
    first.onOpen();
    pass(400);
    first.close(new Error('reset'));
    await stream();
    pass(600);
    await stream();

    expect(watch.awaySince).toBe(400);
    expect(watch.lastProgressAt).toBe(0);
  });

  it('is empty and fresh, without a word, while the cluster does not know a kind that is optional', async () => {
    const { watch, stream, stop, failures } = aWatch(async () => {
      throw absence;
    }, listOf('5', anObject('a', '3')));
    await watch.whenSynced();
    expect([watch.absent, watch.awaySince]).toEqual([true, undefined]);
    expect(watch.list()).toEqual([]);

    await stream();
    stop.abort();
    expect(watch.absent).toBe(false);
    expect(watch.list()).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  it('goes on when a listener throws', async () => {
    const { watch, stream, failures } = aWatch(listOf('5'));
    const defect = new Error('defect');
    watch.onChange(() => {
      throw defect;
    });
    const { onEvent } = await stream();
    onEvent(added('a', '6'));
    onEvent(added('b', '7'));

    expect(watch.list()).toHaveLength(2);
    expect(failures).toEqual([defect, defect]);
  });

  it('ends when it is told to, without a word', async () => {
    const { stream, stop, streams, failures, pauses } = aWatch(listOf('5'));
    const { close } = await stream();
    stop.abort();
    close(new Error('aborted'));
    await stream();

    expect(streams).toHaveLength(1);
    expect(pauses).toEqual([]);
    expect(failures).toEqual([]);
  });
});
