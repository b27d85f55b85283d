import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aPublication,
  aPublicationDetail,
  CHAT,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import {
  aPublishingGateway,
  somePublishingOptions,
} from '../__testUtils__/optionsBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { ChangeAddress } from './ChangeAddress';

const PATH = '/models/iris/publish';
const MOVED = {
  externalPath: '/flowers',
  externalUrl: 'https://models.example.org/flowers',
};

describe('ChangeAddress', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', PATH, () => ({ body: aPublicationDetail(MOVED) }));
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions(),
    }));
  });

  const path = () => screen.getByRole('textbox', { name: 'Path' });
  const submit = () =>
    userEvent.click(screen.getByRole('button', { name: 'Change address' }));

  async function open(publication = aPublicationDetail()) {
    renderWithBackend(<ChangeAddress publication={publication} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change address…' }),
    );
    await screen.findByRole('textbox', { name: 'Path' });
  }

  it('asks for what is changed only, on top of what was seen', async () => {
    const updates = backend.on('put', PATH, () => ({
      body: { ...aPublication(MOVED), effective: 'now' },
    }));
    await open();
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'until 10 seconds after the new one does',
    );
    expect(path()).toHaveValue('/models/iris');
    await expectAccessible();
    await userEvent.clear(path());
    await userEvent.type(path(), '/flowers');
    await submit();

    await screen.findByRole('dialog', { name: 'iris has a new address' });
    expect(updates).toEqual([
      {
        query: { tenant: 'tenant-a', cluster: 'sandbox' },
        body: { config: { externalPath: '/flowers' } },
      },
    ]);
    expect(updates[0]?.header('If-Match')).toBe('"etag-of-configuration"');
    expect(screen.getByRole('group', { name: 'Address' })).toHaveTextContent(
      'https://models.example.org/flowers',
    );
    await expectAccessible();
  });

  it('says until when the old address answers', async () => {
    backend.on('put', PATH, () => ({
      body: {
        ...aPublication({
          ...MOVED,
          retiringAddresses: [
            {
              externalUrl: 'https://models.example.org/models/iris',
              endsAt: null,
            },
          ],
        }),
        effective: 'pending',
      },
    }));
    backend.on('get', PATH, () => ({
      body: aPublicationDetail({ ...MOVED, phase: 'Pending' }),
    }));
    await open();
    await userEvent.type(path(), '-2');
    await submit();

    await screen.findByRole('dialog', {
      name: 'iris is moving to its new address',
    });
    expect(
      screen.getByText(/answers until the new address does/),
    ).toHaveTextContent('https://models.example.org/models/iris');
  });

  it('moves nothing to where it is already', async () => {
    const updates = backend.on('put', PATH, () => failure(500, 'not expected'));
    await open();
    await submit();

    await waitFor(() =>
      expect(path()).toHaveAccessibleDescription(
        'Is the present address already',
      ),
    );
    expect(updates).toEqual([]);
  });

  it.each([
    ['config.externalPath', 'Path', 'textbox'],
    ['config.publicHostname', 'Hostname', 'combobox'],
  ])('shows a problem of %s at its field', async (field, name, role) => {
    backend.on('put', PATH, () =>
      failure(409, 'is taken', [{ field, problem: 'is taken' }]),
    );
    await open();
    await userEvent.type(path(), '-2');
    await submit();

    await screen.findByRole('alert');
    expect(screen.getByRole(role, { name })).toHaveAccessibleDescription(
      'Is taken',
    );
    await expectAccessible();
  });

  it('explains that somebody else was faster', async () => {
    backend.on('put', PATH, () => failure(412, 'has been changed meanwhile'));
    await open();
    await userEvent.type(path(), '-2');
    await submit();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody else has changed this publication meanwhile',
    );
  });

  it('keeps an OpenAI-compatible model on hostnames of its kind', async () => {
    const [keyed] = aPublishingGateway().hostnames;
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({
        allowAnonymous: true,
        gateways: [
          aPublishingGateway({
            hostnames: [
              ...(keyed ? [keyed] : []),
              {
                hostname: 'open.example.org',
                scheme: 'https',
                port: 443,
                isDefault: false,
                openaiWithoutKeys: true,
              },
            ],
          }),
        ],
      }),
    }));
    await open(aPublicationDetail(CHAT));

    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['models.example.org (default)']);
  });
});
