import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { failure, useBackend } from '../__testUtils__/backend';
import { aModel, aModelList } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { testClient } from '../__testUtils__/renderWithBackend';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { QueryProvider } from '../api/QueryProvider';
import { useModels } from '../api/useModels';

/** Signals that come when the test says so. */
function fakeSignals() {
  const listeners = new Map<() => void, string>();
  const api: SignalApi = {
    subscribe: (channel, onMessage) => {
      const listener = () => onMessage(JSON.parse('{"action":"refetch"}'));
      listeners.set(listener, channel);
      return { unsubscribe: () => void listeners.delete(listener) };
    },
  };
  return {
    api,
    count: () => listeners.size,
    send: (channel: string) =>
      listeners.forEach((of, listener) => of === channel && listener()),
  };
}

function Models() {
  const { data, error, refetch } = useModels({});
  const count = useRef(0);
  const others = useQuery({
    queryKey: ['others'],
    queryFn: async () => {
      count.current++;
      return count.current;
    },
  });
  // As pages do: where something has failed, nothing else is shown.
  if (error) {
    return <p>{error.message}</p>;
  }
  return (
    <>
      <input aria-label="Typed" />
      <button onClick={() => refetch()}>Ask</button>
      <button onClick={() => others.refetch()}>Ask others</button>
      <p>others {others.data}</p>
      <p>{data?.items.map(({ name }) => name).join() ?? 'nothing'}</p>
    </>
  );
}

describe('what is shown', () => {
  const backend = useBackend();
  const signals = fakeSignals();

  const open = (hasSignals = false) =>
    renderInTestApp(
      <QueryProvider>
        <Models />
      </QueryProvider>,
      {
        apis: [
          [modelPublishingApiRef, testClient()],
          ...(hasSignals ? [[signalApiRef, signals.api] as const] : []),
        ],
      },
    );

  it('is asked for again after a signal', async () => {
    let name = 'iris';
    const requests = backend.on('get', '/models', () => ({
      body: aModelList(aModel({ name })),
    }));
    const { unmount } = open(true);
    await screen.findByText('iris');
    name = 'wine';
    signals.send('another-plugin');
    act(() => signals.send('model-publishing'));
    await screen.findByText('wine');
    expect(requests).toHaveLength(2);
    unmount();
    expect(signals.count()).toBe(0);
  });

  it('is shown where the app has no signals', async () => {
    backend.on('get', '/models', () => ({ body: aModelList(aModel()) }));
    open();
    expect(await screen.findByText('iris')).toBeInTheDocument();
  });

  it('stays, with what was typed, while the backend is away', async () => {
    let answer: ReturnType<typeof failure> = { body: aModelList(aModel()) };
    backend.on('get', '/models', () => answer);
    open();
    await screen.findByText('iris');
    await userEvent.type(screen.getByLabelText('Typed'), 'text');
    answer = failure(503, 'away');
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByRole('status')).toHaveTextContent(
      'The portal does not answer at the moment',
    );
    expect(screen.getByText('iris')).toBeInTheDocument();
    expect(screen.getByLabelText('Typed')).toHaveValue('text');
    // Another backend is there, which does not make this one answer.
    await userEvent.click(screen.getByRole('button', { name: 'Ask others' }));
    await screen.findByText('others 2');
    expect(screen.getByRole('status')).toBeInTheDocument();
    await expectAccessible();

    answer = { body: aModelList(aModel({ name: 'wine' })) };
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    await screen.findByText('wine');
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
  });

  it('goes when the answer is that it is not for the user any more', async () => {
    let answer: ReturnType<typeof failure> = {
      body: aModelList(aModel()),
    };
    backend.on('get', '/models', () => answer);
    open();
    await screen.findByText('iris');
    answer = failure(403, 'not for you');
    await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
    await screen.findByText(/not for you|403/);
    expect(screen.queryByRole('status')).toBeNull();
  });
});
