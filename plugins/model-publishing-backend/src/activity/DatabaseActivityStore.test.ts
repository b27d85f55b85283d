import { InputError } from '@backstage/errors';
import { describeOnDatabases } from '../__testUtils__/describeOnDatabases';
import { encodeCursor } from '../listings/cursor';
import { anActivity } from './__testUtils__/anActivity';
import { DatabaseActivityStore } from './DatabaseActivityStore';

const NOON = Date.parse('2026-01-02T12:00:00Z');
const at = (seconds: number) => new Date(NOON + seconds * 1_000);

describeOnDatabases('activity', database => {
  const store = () => new DatabaseActivityStore(database());
  const pageOf = async (
    request: Partial<Parameters<DatabaseActivityStore['page']>[0]> = {},
  ) => store().page({ uid: 'one', limit: 50, ...request });
  const actionsOf = async (...request: Parameters<typeof pageOf>) =>
    (await pageOf(...request)).items.map(({ action }) => action);

  it('is told as it was noted', async () => {
    const noted = anActivity({
      actor: { kind: 'service', name: 'external:ci' },
      outcome: 'failure',
      details: { problem: 'ConflictError', fields: ['config.externalPath'] },
    });
    await store().append([noted]);
    const { uid, ...told } = noted;
    expect((await pageOf({ uid })).items).toEqual([
      { ...told, id: expect.any(String), at: noted.at.toISOString() },
    ]);
  });

  it('is told newest first, and of the same moment in its order', async () => {
    await store().append([
      anActivity({ at: at(2), action: 'second' }),
      anActivity({ at: at(1), action: 'first' }),
    ]);
    await store().append([anActivity({ at: at(2), action: 'third' })]);
    expect(await actionsOf()).toEqual(['third', 'second', 'first']);
  });

  it('is of one publication, and of one action where that is asked for', async () => {
    await store().append([
      anActivity({ action: 'key-rotate' }),
      anActivity({ action: 'key-revoke' }),
      anActivity({ action: 'key-rotate', uid: 'two' }),
    ]);
    expect(await pageOf({ action: 'key-rotate' })).toMatchObject({
      items: [{ action: 'key-rotate' }],
      totalItems: 1,
    });
    expect(await pageOf({ uid: 'never' })).toEqual({
      items: [],
      totalItems: 0,
    });
  });

  it('neither repeats nor loses any on its pages while more is noted', async () => {
    const actions = ['one', 'two', 'three', 'four', 'five'];
    // Two of them in each second.
    await store().append(
      actions.map((action, index) =>
        anActivity({ action, at: at(Math.floor(index / 2)) }),
      ),
    );
    const told: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await pageOf({ limit: 2, cursor });
      told.push(...page.items.map(({ action }) => action));
      cursor = page.nextCursor;
      await store().append([anActivity({ action: 'later', at: at(100) })]);
    } while (cursor);
    expect(told).toEqual([...actions].reverse());
  });

  it.each([
    ['no cursor at all', 'nonsense'],
    ['of another list', encodeCursor({ sort: 'model', order: 'asc' }, '[1,1]')],
    [
      'of no place in it',
      encodeCursor({ sort: 'at', order: 'desc' }, '["x",1]'),
    ],
  ])('refuses a cursor that is %s', async (_, cursor) => {
    await expect(pageOf({ cursor })).rejects.toThrow(InputError);
  });
});
