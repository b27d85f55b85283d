import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import { aListedPublication, CHAT, PUBLIC } from '../__testUtils__/builders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { UnpublishDialog } from './UnpublishDialog';

const PATH = '/models/iris/publish';
const unpublished = (phase: 'Unpublished' | 'Unpublishing') => ({
  body: { modelName: 'iris', tenantId: 'tenant-a', phase },
});

describe('UnpublishDialog', () => {
  const backend = useBackend();
  const onClose = jest.fn();

  beforeEach(() => onClose.mockReset());

  async function open(publication = aListedPublication()) {
    renderWithBackend(
      <UnpublishDialog publication={publication} onClose={onClose} />,
    );
    return screen.findByRole('dialog', { name: /^Unpublish/ });
  }
  const nameField = () =>
    screen.getByRole('textbox', { name: 'Type iris to confirm' });
  const submitButton = () => screen.getByRole('button', { name: 'Unpublish' });

  it('says what is removed and what stays', async () => {
    const dialog = await open();

    expect(dialog).toHaveTextContent('https://models.example.org/models/iris');
    expect(dialog).toHaveTextContent('all of its API keys');
    expect(dialog).toHaveTextContent('The model itself keeps running');
  });

  it('says what is removed of a public OpenAI-compatible model', async () => {
    const dialog = await open(aListedPublication({ ...CHAT, ...PUBLIC }));

    expect(dialog).toHaveTextContent(
      'the model name team/chat at https://models.example.org:8443/v1',
    );
    expect(dialog).toHaveTextContent('the access without a key');
    expect(dialog).not.toHaveTextContent('API keys');
  });

  it('removes nothing before the exact name is typed', async () => {
    const requests = backend.on('delete', PATH, () =>
      unpublished('Unpublished'),
    );
    await open();

    expect(submitButton()).toBeDisabled();
    await userEvent.type(nameField(), 'Iris{Enter}');
    expect(submitButton()).toBeDisabled();
    expect(requests).toEqual([]);
  });

  it.each([
    ['Unpublished', 'iris is unpublished', /answers nobody any more/],
    ['Unpublishing', 'iris is being unpublished', /goes on by itself/],
  ] as const)('tells the outcome %s', async (phase, title, words) => {
    const requests = backend.on('delete', PATH, () => unpublished(phase));
    await open();
    await userEvent.type(nameField(), 'iris');
    await userEvent.click(submitButton());

    expect(
      await screen.findByRole('dialog', { name: title }),
    ).toHaveTextContent(words);
    expect(requests).toMatchObject([{ query: { tenant: 'tenant-a' } }]);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalled();
  });

  it('shows that it is at work, and cannot be left meanwhile', async () => {
    let finish = () => {};
    const finished = new Promise<void>(resolve => {
      finish = resolve;
    });
    backend.on('delete', PATH, async () => {
      await finished;
      return unpublished('Unpublished');
    });
    await open();
    await userEvent.type(nameField(), 'iris{Enter}');

    expect(await screen.findByRole('progressbar')).toHaveAccessibleName(
      /Removing/,
    );
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    finish();
    await screen.findByRole('dialog', { name: 'iris is unpublished' });
  });

  it('says why it failed, and keeps what was typed', async () => {
    backend.on('delete', PATH, () => failure(403, 'Permission is needed'));
    await open();
    await userEvent.type(nameField(), 'iris');
    await userEvent.click(submitButton());

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Permission is needed',
    );
    expect(nameField()).toHaveValue('iris');
  });
});
