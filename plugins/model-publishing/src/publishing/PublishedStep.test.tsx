import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useBackend } from '../__testUtils__/backend';
import {
  aCondition,
  aModel,
  aPublicationDetail,
  aPublished,
  CHAT,
  ISSUED_KEY,
  PUBLIC,
} from '../__testUtils__/builders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { PublishDialog } from './PublishDialog';

const PATH = '/models/iris/publish';

describe('PublishedStep', () => {
  const backend = useBackend();
  const onClose = jest.fn();

  beforeEach(() => {
    onClose.mockReset();
    backend.on('get', PATH, () => ({ body: aPublicationDetail() }));
  });

  async function publish(user: Pick<typeof userEvent, 'click'> = userEvent) {
    const rendered = renderWithBackend(
      <PublishDialog model={aModel()} onClose={onClose} />,
    );
    await user.click(await screen.findByRole('button', { name: 'Publish' }));
    return rendered;
  }

  it('shows address, key and a request that works, and warns that the key is not shown again', async () => {
    backend.on('post', PATH, () => ({
      body: aPublished({
        warnings: [
          { field: 'rateLimiting.tokensPerHour', message: 'has no effect' },
        ],
      }),
    }));
    await publish();

    const dialog = await screen.findByRole('dialog', {
      name: 'iris is published',
    });
    expect(screen.getByRole('group', { name: 'Address' })).toHaveTextContent(
      'https://models.example.org/models/iris',
    );
    expect(screen.getByRole('group', { name: 'API key' })).toHaveTextContent(
      ISSUED_KEY,
    );
    expect(screen.getByRole('group', { name: 'Try it' })).toHaveTextContent(
      `export API_KEY=${ISSUED_KEY}`,
    );
    expect(dialog).toHaveTextContent('it is not shown again');
    expect(dialog).toHaveTextContent('Kubernetes Secret');
    expect(dialog).toHaveTextContent(
      'rateLimiting.tokensPerHour has no effect',
    );
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
  });

  it('shows base URL, model name and a chat that works for an OpenAI-compatible model', async () => {
    backend.on('post', PATH, () => ({ body: aPublished(CHAT) }));
    backend.on('get', '/models/chat/publish', () => ({
      body: aPublicationDetail(CHAT),
    }));
    await publish();

    const baseUrl = await screen.findByRole('group', { name: /^Base URL/ });
    expect(baseUrl).toHaveTextContent('https://models.example.org:8443/v1');
    expect(screen.getByRole('group', { name: 'Model name' })).toHaveTextContent(
      'team/chat',
    );
    expect(screen.queryByRole('group', { name: 'Address' })).toBeNull();
    const line = screen.getByRole('group', { name: 'Try it' });
    expect(line).toHaveTextContent(`export OPENAI_API_KEY=${ISSUED_KEY}`);
    expect(line).toHaveTextContent('/v1/chat/completions');
    expect(screen.getByRole('dialog')).toHaveTextContent('OpenAI-compatible');
    expect(screen.getByRole('dialog')).not.toHaveTextContent('Public');
  });

  it('says of a public model that everybody can call it, in the place of a key', async () => {
    backend.on('post', PATH, () => ({
      body: aPublished({ ...PUBLIC, apiKey: null, apiKeyReason: 'public' }),
    }));
    await publish();

    const line = await screen.findByRole('group', { name: 'Try it' });
    expect(line).not.toHaveTextContent('API');
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'Everybody who reaches the gateway can call this model without a key',
    );
    expect(screen.queryByRole('group', { name: 'API key' })).toBeNull();
    expect(screen.queryByText(/Rotate the key/)).toBeNull();
  });

  it('keeps the key out of the cache of answers, the address bar and the storage', async () => {
    backend.on('post', PATH, () => ({ body: aPublished() }));
    const { cachedText } = await publish();
    await screen.findByRole('group', { name: 'API key' });

    expect(cachedText()).toContain('mp_key1…');
    expect(cachedText()).not.toContain(ISSUED_KEY);
    expect(window.location.href).not.toContain(ISSUED_KEY);
    expect(
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    ).not.toContain(ISSUED_KEY);
  });

  it('is not closed by accident while it shows the key', async () => {
    backend.on('post', PATH, () => ({ body: aPublished() }));
    await publish();
    await screen.findByRole('group', { name: 'API key' });

    await userEvent.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('says so when the backend does not hand out the key', async () => {
    backend.on('post', PATH, () => ({
      body: aPublished({ apiKey: null, apiKeyReason: 'not-revealed' }),
    }));
    await publish();

    await screen.findByText(/this portal does not show it/);
    expect(screen.queryByRole('group', { name: 'API key' })).toBeNull();
  });

  it('explains that the gateway is still to answer, and follows it until it does', async () => {
    jest.useFakeTimers();
    try {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      const waiting = aCondition({
        status: 'Unknown',
        message: 'The gateway has said nothing yet',
        advice: 'Usually a matter of a second',
      });
      backend.on('post', PATH, () => ({
        body: aPublished({
          effective: 'pending',
          phase: 'Pending',
          conditions: [waiting],
        }),
      }));
      let conditions = [waiting];
      const polls = backend.on('get', PATH, () => ({
        body: aPublicationDetail({
          phase: conditions[0]?.status === 'True' ? 'Published' : 'Pending',
          conditions,
        }),
      }));
      await publish(user);

      await screen.findByRole('dialog', { name: 'iris is being published' });
      const list = screen.getByRole('list', { name: 'Conditions' });
      expect(list).toHaveTextContent('Address is served: Not known yet');
      expect(list).toHaveTextContent('The gateway has said nothing yet');
      expect(list).toHaveTextContent(
        'What to do: Usually a matter of a second',
      );
      expect(screen.getByText(/has not answered/)).toBeInTheDocument();

      conditions = [aCondition()];
      await act(() => jest.advanceTimersByTimeAsync(2000));

      await waitFor(() =>
        expect(list).toHaveTextContent('Address is served: OK'),
      );
      expect(screen.queryByText(/has not answered/)).toBeNull();
      const count = polls.length;
      // Several of its pauses, and less than pages wait anyway.
      await act(() => jest.advanceTimersByTimeAsync(7_000));
      expect(polls).toHaveLength(count);
    } finally {
      jest.useRealTimers();
    }
  });
});
