import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { app } from './App';

const users = [
  {
    userEntityRef: 'user:default/tenant-a-user',
    title: 'tenant-a-user',
    description: 'Publishes models of tenant-a.',
  },
  {
    userEntityRef: 'user:default/platform-admin',
    title: 'platform-admin',
    description: 'Sees every tenant.',
  },
];

/** Starts the app as the dev server does: the configuration is in a script element of the page. */
function startApp() {
  const script = document.createElement('script');
  script.type = 'backstage.io/config';
  script.textContent = JSON.stringify([
    {
      context: 'test',
      data: {
        app: { title: 'Test portal', baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
        sandbox: { signIn: { users } },
      },
    },
  ]);
  document.head.replaceChildren(script);
  render(app.createRoot());
}

describe('the app', () => {
  const fetchMock = jest.fn<Promise<Response>, [string, RequestInit?]>();

  beforeEach(() => {
    sessionStorage.clear();
    fetchMock.mockReset();
    globalThis.fetch = fetchMock as typeof fetch;
  });

  it('asks who the visitor wants to be, and says what each user may do', async () => {
    startApp();

    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent('Publishes models of tenant-a.');
    expect(second).toHaveTextContent('Sees every tenant.');
  });

  it('signs in as the user chosen by keyboard, and comes back to the choice when the backend refuses', async () => {
    fetchMock.mockRejectedValue(new Error('the backend is away'));
    startApp();
    const button = await screen.findByRole('button', {
      name: 'Sign in as platform-admin',
    });

    await userEvent.tab();
    await userEvent.tab();
    expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    await waitFor(() => expect(fetchMock).toHaveBeenCalled());
    const [url, init] = fetchMock.mock.calls[0] ?? [];
    expect(url).toContain('/api/auth/sandbox/refresh');
    expect(new Headers(init?.headers).get('x-sandbox-user')).toBe(
      'user:default/platform-admin',
    );
    const retry = await screen.findByRole('button', {
      name: 'Choose a user again',
    });
    await userEvent.click(retry);
    expect(
      within(await screen.findByRole('list')).getAllByRole('listitem'),
    ).toHaveLength(2);
  });
});
