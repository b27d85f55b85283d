import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { BackstageOwnerNotifier } from './BackstageOwnerNotifier';
import { News } from './OwnerNotifier';
import { publicationPath } from './publicationPath';

const news: News = {
  title: 'Something has happened',
  description: 'Have a look.',
  link: '/model-publishing',
  topic: 'access-requests',
  scope: 'one',
};
const place = { cluster: 'one', namespace: 'tenant-a' };
const owners = ['group:default/a', 'user:default/ann'];

function aNotifier(ownersOf = () => owners) {
  const logger = mockServices.logger.mock();
  const send = jest.fn<
    ReturnType<NotificationService['send']>,
    Parameters<NotificationService['send']>
  >();
  const notifier = new BackstageOwnerNotifier({
    notifications: { send },
    access: { ownersOf },
    logger,
  });
  return { notifier, send, logger };
}

describe('news', () => {
  it.each([
    ['all owners', { ownersOf: place }, { entityRef: owners }],
    [
      'all owners but the one who has done it',
      { ownersOf: place, except: 'user:default/ann' },
      { entityRef: owners, excludeEntityRef: 'user:default/ann' },
    ],
    [
      'one person',
      { user: 'user:default/bob' },
      { entityRef: 'user:default/bob' },
    ],
  ])('go to %s', async (_, recipient, recipients) => {
    const { notifier, send } = aNotifier();
    await notifier.tell(recipient, news);
    expect(send).toHaveBeenCalledWith({
      recipients: { type: 'entity', ...recipients },
      payload: news,
    });
  });

  it('for nobody are not sent', async () => {
    const { notifier, send, logger } = aNotifier(() => []);
    await notifier.tell({ ownersOf: place }, news);
    expect(send).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('that cannot be sent hold nothing up, and the log says so once', async () => {
    const { notifier, send, logger } = aNotifier();
    send.mockRejectedValue(new Error('status 404'));
    await notifier.tell({ ownersOf: place }, news);
    await notifier.tell({ ownersOf: place }, news);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    send.mockResolvedValueOnce();
    await notifier.tell({ ownersOf: place }, news);
    await notifier.tell({ ownersOf: place }, news);
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('hold nothing up while nobody knows the owners', async () => {
    const { notifier } = aNotifier(() => {
      throw new ServiceUnavailableError('the catalog is away');
    });
    await expect(
      notifier.tell({ ownersOf: place }, news),
    ).resolves.toBeUndefined();
  });

  it('lead to a page, whatever its names are', () => {
    expect(
      publicationPath(
        { cluster: 'a/b', tenant: 'tenant-a', model: 'iris' },
        'access',
      ),
    ).toBe('/model-publishing/published/a%2Fb/tenant-a/iris/access');
  });
});
