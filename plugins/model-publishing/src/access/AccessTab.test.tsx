import {
  AccessRequest,
  Publication,
} from '@inference-portal/plugin-model-publishing-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import { aPublicationDetail, CHAT, PUBLIC } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { somePublishingOptions } from '../__testUtils__/optionsBuilders';
import { aTenantList } from '../__testUtils__/pageBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import {
  anAccessRequest,
  anAccessRequestList,
} from '../__testUtils__/requestBuilders';
import { usePublication } from '../api/usePublication';
import { AccessTab } from './AccessTab';

const PUBLICATION = '/models/:model/publish';

/** The tab over what the backend says, as its page has it. */
function TabOfPage() {
  const { data } = usePublication({
    model: 'iris',
    tenant: 'tenant-a',
    cluster: 'sandbox',
  });
  return data ? <AccessTab publication={data} /> : null;
}

describe('AccessTab', () => {
  const backend = useBackend();

  async function open(
    overrides: Partial<Publication> = {},
    {
      requests = [],
      allowAnonymous = false,
    }: { requests?: AccessRequest[]; allowAnonymous?: boolean } = {},
  ) {
    const held = { publication: aPublicationDetail(overrides) };
    backend.on('get', PUBLICATION, () => ({ body: held.publication }));
    backend.on('get', '/tenants', () => ({
      body: aTenantList('tenant-a', 'tenant-b', 'tenant-c'),
    }));
    backend.on('get', '/access-requests', () => ({
      body: anAccessRequestList(...requests),
    }));
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({ allowAnonymous }),
    }));
    const changes = backend.on('put', PUBLICATION, ({ body }) => {
      const { config } = body as { config: Partial<Publication> };
      held.publication = aPublicationDetail({
        ...held.publication,
        ...config,
        authentication: {
          ...held.publication.authentication,
          ...config.authentication,
        },
        etag: `${held.publication.etag}+`,
      });
      return { body: { ...held.publication, effective: 'now' } };
    });
    renderWithBackend(<TabOfPage />);
    return { held, changes };
  }
  const configsOf = (changes: Array<{ body: unknown }>) =>
    changes.map(({ body }) => (body as { config: unknown }).config);
  const section = (name: string) => screen.findByRole('region', { name });

  describe('of a publisher', () => {
    it('changes who sees it, and says what each choice means', async () => {
      const { changes } = await open();
      const visibility = await section('Who sees it in the portal');
      const save = within(visibility).getByRole('button', { name: 'Save' });
      expect(
        within(visibility).getByRole('radio', {
          name: 'Tenants that may use it',
        }),
      ).toBeChecked();
      expect(save).toBeDisabled();
      await expectAccessible();
      const everybody = within(visibility).getByRole('radio', {
        name: 'Everybody',
      });
      expect(everybody).toHaveAccessibleDescription(/may request access/);
      await userEvent.click(everybody);
      await userEvent.click(save);

      await waitFor(() => expect(save).toBeDisabled());
      expect(everybody).toBeChecked();
      expect(configsOf(changes)).toEqual([{ visibility: 'portal' }]);
      expect(changes[0]?.query).toEqual({
        tenant: 'tenant-a',
        cluster: 'sandbox',
      });
    });

    it('changes only what it shows: what others have changed meanwhile is shown instead', async () => {
      const { held } = await open();
      const visibility = await section('Who sees it in the portal');
      backend.on('put', PUBLICATION, () => {
        held.publication = aPublicationDetail({
          visibility: 'private',
          etag: '"of-somebody-else"',
        });
        return failure(412, 'Model "iris" has been changed meanwhile');
      });
      const sent = jest.spyOn(globalThis, 'fetch');
      await userEvent.click(
        within(visibility).getByRole('radio', { name: 'Everybody' }),
      );
      await userEvent.click(
        within(visibility).getByRole('button', { name: 'Save' }),
      );

      expect(await within(visibility).findByRole('alert')).toHaveTextContent(
        'Somebody else has changed this publication meanwhile',
      );
      await waitFor(() =>
        expect(
          within(visibility).getByRole('radio', { name: 'Your tenant only' }),
        ).toBeChecked(),
      );
      const [, change] =
        sent.mock.calls.find(([, init]) => init?.method === 'PUT') ?? [];
      expect(new Headers(change?.headers).get('If-Match')).toBe(
        '"etag-of-configuration"',
      );
      sent.mockRestore();
      await expectAccessible();
    });

    it('adds a tenant, once its id is one', async () => {
      const { changes } = await open();
      const tenants = await section('Tenants that may use it');
      const field = within(tenants).getByRole('combobox', {
        name: 'Add a tenant',
      });
      const add = within(tenants).getByRole('button', { name: 'Add' });
      expect(add).toBeDisabled();
      await userEvent.type(field, 'Tenant B');
      expect(field).toBeInvalid();
      expect(add).toBeDisabled();
      await userEvent.clear(field);
      await userEvent.type(field, 'tenant-a');
      expect(field).toHaveAccessibleDescription(/already/);
      await userEvent.clear(field);
      await userEvent.type(field, 'tenant-b{Enter}');

      expect(
        await within(tenants).findByRole('button', { name: 'Remove tenant-b' }),
      ).toBeInTheDocument();
      expect(field).toHaveValue('');
      expect(configsOf(changes)).toEqual([
        { authentication: { allowedTenants: ['tenant-a', 'tenant-b'] } },
      ]);
    });

    it('says what the backend has against a tenant', async () => {
      await open();
      const tenants = await section('Tenants that may use it');
      backend.on('put', PUBLICATION, () =>
        failure(422, 'config.authentication.allowedTenants: no such tenant'),
      );
      await userEvent.type(
        within(tenants).getByRole('combobox'),
        'nobody{Enter}',
      );
      expect(await within(tenants).findByRole('alert')).toHaveTextContent(
        'no such tenant',
      );
      expect(within(tenants).getByRole('combobox')).toHaveValue('nobody');
    });

    const shared: Partial<Publication> = {
      authentication: {
        requireApiKey: true,
        allowedTenants: ['tenant-a', 'tenant-b'],
      },
    };
    async function askToRemove(keys: number | 'away') {
      const opened = await open(shared);
      const counted = backend.on('get', `${PUBLICATION}/keys`, () =>
        keys === 'away'
          ? failure(503, 'away')
          : { body: { items: [], totalItems: keys } },
      );
      const tenants = await section('Tenants that may use it');
      await userEvent.click(
        within(tenants).getByRole('button', { name: 'Remove tenant-b' }),
      );
      const dialog = await screen.findByRole('dialog', {
        name: 'Remove tenant-b?',
      });
      return { ...opened, dialog, counted, tenants };
    }

    it('removes a tenant without keys after a question', async () => {
      const { dialog, changes, counted, tenants } = await askToRemove(0);
      await within(dialog).findByText('It has no active key.');
      await expectAccessible();
      await userEvent.click(
        within(dialog).getByRole('button', { name: 'Remove' }),
      );
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(configsOf(changes)).toEqual([
        { authentication: { allowedTenants: ['tenant-a'] } },
      ]);
      expect(counted[0]?.query).toMatchObject({
        keyTenant: 'tenant-b',
        state: 'active',
      });
      await waitFor(() =>
        expect(
          within(tenants).getByRole('button', { name: 'Remove tenant-a' }),
        ).toBeDisabled(),
      );
      expect(within(tenants).getByRole('group')).toHaveFocus();
    });

    it.each([
      [3, 'stop at once: 3'],
      ['away' as const, 'cannot be read at the moment'],
    ])(
      'removes a tenant with keys (%s) only when its name is typed',
      async (keys, words) => {
        const { dialog, changes } = await askToRemove(keys);
        const name = await within(dialog).findByRole('textbox', {
          name: 'Type tenant-b to confirm',
        });
        expect(dialog).toHaveTextContent(words);
        const remove = within(dialog).getByRole('button', { name: 'Remove' });
        await userEvent.type(name, 'tenant{Enter}');
        expect(remove).toBeDisabled();
        expect(changes).toEqual([]);
        await userEvent.type(name, '-b');
        await userEvent.click(remove);
        await waitFor(() => expect(changes).toHaveLength(1));
      },
    );

    it('opens the model to everybody only where the platform allows it, and after a warning', async () => {
      const { changes } = await open({}, { allowAnonymous: true });
      const keys = await section('API keys');
      const box = await within(keys).findByRole('checkbox', {
        name: 'Callers need an API key',
      });
      expect(box).toBeChecked();
      await userEvent.click(box);
      expect(within(keys).getByRole('status')).toHaveTextContent(
        /will be able to call this model/,
      );
      await expectAccessible();
      await userEvent.click(within(keys).getByRole('button', { name: 'Save' }));
      await within(keys).findByText('Public');
      expect(configsOf(changes)).toEqual([
        { authentication: { requireApiKey: false } },
      ]);
    });

    it.each<[string, Partial<Publication>, string, string]>([
      ['where it is switched off', {}, 'need an API key', 'switched off'],
      [
        'of an OpenAI-compatible model',
        { ...CHAT, modelName: 'iris' },
        'need an API key',
        'switched off',
      ],
      [
        'of a public OpenAI-compatible model',
        { ...CHAT, ...PUBLIC, modelName: 'iris' },
        'without a key',
        'cannot change',
      ],
    ])('says why keys stay as they are %s', async (_, overrides, is, why) => {
      await open(overrides);
      const keys = await section('API keys');
      await within(keys).findByText(new RegExp(why));
      expect(keys).toHaveTextContent(is);
      expect(within(keys).queryByRole('checkbox')).toBeNull();
    });

    it('closes a public model again, whatever the platform allows', async () => {
      const { changes } = await open(PUBLIC);
      const keys = await section('API keys');
      await userEvent.click(await within(keys).findByRole('checkbox'));
      await userEvent.click(within(keys).getByRole('button', { name: 'Save' }));
      await waitFor(() =>
        expect(configsOf(changes)).toEqual([
          { authentication: { requireApiKey: true } },
        ]),
      );
    });

    it('decides about open requests first', async () => {
      await open({ visibility: 'portal' }, { requests: [anAccessRequest()] });
      const row = await screen.findByRole('row', { name: /tenant-b/ });
      expect(
        within(row).getByRole('button', {
          name: 'Approve: tenant-b to use iris',
        }),
      ).toBeInTheDocument();
      await expectAccessible();
    });
  });

  it('tells a consumer what the own tenants may do', async () => {
    await open({
      access: 'consumer',
      authentication: { requireApiKey: true, allowedTenants: ['tenant-b'] },
    });
    const yours = await section('What your tenants may do');
    expect(yours).toHaveTextContent('tenant-b');
    expect(yours).toHaveTextContent('100 requests/min');
    expect(
      within(yours).getByRole('link', { name: 'Keys of your tenants' }),
    ).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/iris/keys',
    );
    await expectAccessible();
  });

  it('lets a viewer ask', async () => {
    await open({
      access: 'viewer',
      visibility: 'portal',
      authentication: { requireApiKey: true, allowedTenants: [] },
    });
    expect(
      await screen.findByRole('button', { name: 'Request access…' }),
    ).toBeInTheDocument();
    await expectAccessible();
  });

  it('tells a viewer of a public model that there is nothing to ask for', async () => {
    await open({ access: 'viewer', visibility: 'portal', ...PUBLIC });
    await screen.findByText('Public');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
