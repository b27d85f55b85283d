import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aListedPublication, CHAT, PUBLIC } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { Snippets } from './Snippets';

const open = (
  overrides: Parameters<typeof aListedPublication>[0] = {},
  apiKey?: string,
) =>
  renderWithBackend(
    <Snippets
      request={{ source: aListedPublication(overrides) }}
      apiKey={apiKey}
    />,
  );
const code = () => screen.getByRole('region', { name: 'Code' });
const tabNames = () =>
  screen.getAllByRole('tab').map(({ textContent }) => textContent);

describe('Snippets', () => {
  it('shows the program of the chosen language, reached by keyboard', async () => {
    open();
    expect(
      await screen.findByRole('tab', { name: 'curl' }),
    ).toBeInTheDocument();
    expect(tabNames()).toEqual([
      'curl',
      'Python (requests)',
      'JavaScript',
      'Go',
    ]);
    expect(code()).toHaveTextContent('curl -X POST');
    await userEvent.click(screen.getByRole('tab', { name: 'curl' }));
    await userEvent.keyboard('{ArrowRight}');

    expect(code()).toHaveTextContent('requests.post');
    expect(
      screen.getByRole('region', { name: 'Set the key first' }),
    ).toHaveTextContent("export API_KEY='<your key>'");
    await expectAccessible();
  });

  it('has the clients of OpenAI where they fit, with the variable that they read', async () => {
    open(CHAT);
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Python (openai)' }),
    );
    expect(code()).toHaveTextContent('client.chat.completions.create');
    expect(code()).toHaveTextContent('OPENAI_API_KEY');
  });

  it('puts a key that was just issued into the command line alone', async () => {
    open({}, 'mp_key1_secret');
    expect(await screen.findByText(/export API_KEY=mp_key1_secret/)).toBe(
      code().firstElementChild,
    );
    for (const name of tabNames().slice(1)) {
      await userEvent.click(screen.getByRole('tab', { name: name ?? '' }));
      expect(document.body).not.toHaveTextContent('mp_key1_secret');
    }
  });

  it('says nothing of keys where there are none', async () => {
    open(PUBLIC);
    await screen.findByRole('tab', { name: 'curl' });
    expect(document.body).not.toHaveTextContent(/API_KEY/);
  });

  it('says why a client is missing that cannot reach the port', async () => {
    open({
      ...CHAT,
      openai: { baseUrl: 'http://localhost:10080/v1', model: 'chat' },
    });
    expect(await screen.findByText(/fetch refuses/)).toBeInTheDocument();
    expect(tabNames()).not.toContain('JavaScript (openai)');
  });
});
