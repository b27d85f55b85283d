import { mockServices } from '@backstage/backend-test-utils';
import { LiveUpdates } from './LiveUpdates';

function someLiveUpdates(publish = jest.fn(async () => {})) {
  const logger = mockServices.logger.mock();
  const pauses: number[] = [];
  let end = () => {};
  const live = new LiveUpdates({
    signals: { publish },
    logger,
    sleep: (ms, signal) =>
      new Promise(resolve => {
        pauses.push(ms);
        end = resolve;
        signal.addEventListener('abort', () => resolve());
      }),
  });
  return {
    live,
    publish,
    logger,
    pauses,
    aSecondPasses: async () => {
      end();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

describe('LiveUpdates', () => {
  it('tells everybody at once, and no more than that something has changed', () => {
    const { live, publish } = someLiveUpdates();
    live.changed();
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'model-publishing',
          message: { action: 'refetch' },
        },
      ],
    ]);
  });

  it('makes one signal of 10,000 changes in a second, and one more when it is over', async () => {
    const { live, publish, pauses, aSecondPasses } = someLiveUpdates();
    for (let change = 0; change < 10_000; change++) {
      live.changed();
    }
    await new Promise(resolve => setImmediate(resolve));
    expect(publish).toHaveBeenCalledTimes(1);
    expect(pauses).toEqual([1_000]);
    await aSecondPasses();
    expect(publish).toHaveBeenCalledTimes(2);
    await aSecondPasses();
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('tells at once again after a second of quiet', async () => {
    const { live, publish, aSecondPasses } = someLiveUpdates();
    live.changed();
    await aSecondPasses();
    live.changed();
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('goes on when it cannot tell, and complains once', async () => {
    const { live, publish, logger, aSecondPasses } = someLiveUpdates(
      jest.fn().mockRejectedValue(new Error('events are away')),
    );
    live.changed();
    await aSecondPasses();
    live.changed();
    await aSecondPasses();
    expect(publish).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('tells nothing after it was stopped', async () => {
    const { live, publish, aSecondPasses } = someLiveUpdates();
    live.changed();
    live.changed();
    live.stop();
    await aSecondPasses();
    expect(publish).toHaveBeenCalledTimes(1);
  });
});
