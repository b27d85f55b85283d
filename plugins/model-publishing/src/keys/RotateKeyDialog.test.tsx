import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aListedPublication,
  aRotatedKey,
  ISSUED_KEY,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { somePublishingOptions } from '../__testUtils__/optionsBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { RotateKeyDialog } from './RotateKeyDialog';

const PATH = '/models/iris/publish/rotate-key';

describe('RotateKeyDialog', () => {
  const backend = useBackend();
  const onClose = jest.fn();

  beforeEach(() => {
    onClose.mockReset();
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions(),
    }));
  });

  async function open() {
    const rendered = renderWithBackend(
      <RotateKeyDialog publication={aListedPublication()} onClose={onClose} />,
    );
    await screen.findByRole('dialog', { name: 'Rotate the key of iris' });
    await screen.findByLabelText('The present key stops');
    return rendered;
  }
  const rotate = () =>
    userEvent.click(screen.getByRole('button', { name: 'Rotate key' }));

  it('says what it means that the present key stops at once, and changes nothing when it is left', async () => {
    const requests = backend.on('post', PATH, () => ({ body: aRotatedKey() }));
    await open();
    expect(screen.queryByText(/The present key stops at once/)).toBeNull();
    await userEvent.selectOptions(
      screen.getByLabelText('The present key stops'),
      'now',
    );
    await expectAccessible();

    expect(
      screen.getByText(/The present key stops at once/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));

    expect(onClose).toHaveBeenCalled();
    expect(requests).toEqual([]);
  });

  it('shows the new key once, with a request that uses it, and keeps it nowhere', async () => {
    const requests = backend.on('post', PATH, () => ({ body: aRotatedKey() }));
    const { cachedText } = await open();
    await rotate();

    expect(
      await screen.findByRole('group', { name: 'API key' }),
    ).toHaveTextContent(ISSUED_KEY);
    expect(screen.getByRole('group', { name: 'Try it' })).toHaveTextContent(
      ISSUED_KEY,
    );
    expect(
      screen.getByRole('button', { name: 'Copy API key' }),
    ).toBeInTheDocument();
    expect(requests).toMatchObject([
      {
        query: { tenant: 'tenant-a', cluster: 'sandbox' },
        body: { grace: '24h' },
      },
    ]);
    expect(requests[0]?.header('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    expect(cachedText()).toContain('mp_key2…');
    expect(cachedText()).not.toContain(ISSUED_KEY);
  });

  it.each([
    ['now', /the previous one does not any more/],
    ['pending', /has not answered with the new one yet/],
  ] as const)('explains what "%s" means', async (effective, words) => {
    backend.on('post', PATH, () => ({ body: aRotatedKey({ effective }) }));
    await open();
    await rotate();

    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says until when the previous key works', async () => {
    backend.on('post', PATH, () => ({
      body: aRotatedKey({ previousKeyEndsAt: '2026-03-04T05:06:00.000Z' }),
    }));
    await open();
    await rotate();

    expect(
      await screen.findByText(/The old key works until Mar 4, 2026/),
    ).toBeInTheDocument();
  });

  it("takes a grace period of one's own within the maximum, and else none", async () => {
    const requests = backend.on('post', PATH, () => ({ body: aRotatedKey() }));
    await open();
    await userEvent.selectOptions(
      screen.getByLabelText('The present key stops'),
      'custom',
    );
    const hours = screen.getByLabelText(/^Hours \(at most 720\)/);
    await userEvent.type(hours, '721');
    expect(screen.getByRole('button', { name: 'Rotate key' })).toBeDisabled();
    await userEvent.clear(hours);
    await userEvent.type(hours, '36{Enter}');

    await screen.findByRole('group', { name: 'API key' });
    expect(requests).toMatchObject([{ body: { grace: '36h' } }]);
  });

  it('says why it failed, and can be tried again', async () => {
    let answer = failure(503, 'Cluster "sandbox" cannot be reached');
    backend.on('post', PATH, () => answer);
    await open();
    await rotate();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Cluster "sandbox" cannot be reached',
    );
    answer = { body: aRotatedKey() };
    await rotate();
    expect(
      await screen.findByRole('group', { name: 'API key' }),
    ).toBeInTheDocument();
  });
});
