import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aKey,
  aPublicationDetail,
  aRotatedKey,
  ISSUED_KEY,
  PUBLIC,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { aKeyList, anIssuedKey } from '../__testUtils__/keyBuilders';
import { somePublishingOptions } from '../__testUtils__/optionsBuilders';
import { aTenantList } from '../__testUtils__/pageBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { KeysTab } from './KeysTab';

const KEYS = '/models/iris/publish/keys';
const PUBLICATION = aPublicationDetail({
  apiKeyId: 'key00000000000001',
  authentication: {
    requireApiKey: true,
    allowedTenants: ['tenant-a', 'tenant-b'],
  },
});
const PRIMARY = aKey({ primary: true, hint: 'mp_aaa…', name: 'shop' });
const OTHER = aKey({
  id: 'key00000000000002',
  hint: 'mp_bbb…',
  tenantId: 'tenant-b',
});
const soon = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 3_600_000).toISOString();

describe('KeysTab', () => {
  const backend = useBackend();

  function keysAre(...keys: Parameters<typeof aKeyList>) {
    return backend.on('get', KEYS, () => ({ body: aKeyList(...keys) }));
  }
  beforeEach(() => {
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-a') }));
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions(),
    }));
  });

  const open = (overrides: Parameters<typeof aPublicationDetail>[0] = {}) =>
    renderWithBackend(
      <KeysTab publication={{ ...PUBLICATION, ...overrides }} />,
    );
  const row = (name: RegExp) => screen.findByRole('row', { name });
  async function choose(hint: string, action: RegExp) {
    const menu = `Actions for key ${hint}`;
    await userEvent.click(await screen.findByRole('button', { name: menu }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: action }),
    );
    return screen.findByRole('dialog');
  }
  const press = (name: RegExp | string) =>
    userEvent.click(screen.getByRole('button', { name }));

  it('shows of each key whose it is, what it can do, when it was used and when it ends', async () => {
    keysAre(
      { ...PRIMARY, lastUsedAt: soon(-3) },
      { ...OTHER, endsAt: soon(5), expiresAt: soon(5), lastUsedAt: null },
      aKey({ id: 'key00000000000003', hint: 'mp_ccc…', state: 'lost' }),
      aKey({ id: 'key00000000000004', hint: 'mp_ddd…', state: 'suspended' }),
      aKey({
        id: 'key00000000000005',
        hint: 'mp_eee…',
        endsAt: soon(1),
        replacedBy: 'key00000000000001',
      }),
    );
    open();

    const primary = await row(/mp_aaa/);
    expect(primary).toHaveTextContent('shop');
    expect(primary).toHaveTextContent('Primary');
    expect(primary).toHaveTextContent('Active');
    expect(primary).toHaveTextContent('2 days ago');
    expect(primary).toHaveTextContent('does not expire');
    expect(primary).toHaveTextContent('by user:default/jane');
    const other = await row(/mp_bbb/);
    expect(other).toHaveTextContent('tenant-b');
    expect(other).toHaveTextContent('in 5 days');
    expect(other).toHaveTextContent('not used so far');
    expect(await row(/mp_ccc/)).toHaveTextContent('deleted at the gateway');
    expect(await row(/mp_ccc/)).toHaveTextContent('not known');
    expect(await row(/mp_ddd/)).toHaveTextContent('works again when');
    expect(await row(/mp_eee/)).toHaveTextContent(/Replaced; works until/);
    expect(screen.getByText(/lie in a Kubernetes Secret/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('asks the backend for one state and one tenant, and can look at all again', async () => {
    const requests = backend.on('get', KEYS, ({ query }) => ({
      body: query.state ? aKeyList() : aKeyList(PRIMARY, OTHER),
    }));
    open();
    await row(/mp_aaa/);
    await userEvent.selectOptions(screen.getByLabelText('Tenant'), 'tenant-b');
    await userEvent.selectOptions(screen.getByLabelText('State'), 'revoked');

    await press(
      (await screen.findByRole('button', { name: /filters/ })).textContent ??
        '',
    );
    await row(/mp_aaa/);
    expect(requests.map(({ query }) => [query.keyTenant, query.state])).toEqual(
      expect.arrayContaining([
        [undefined, undefined],
        ['tenant-b', undefined],
        ['tenant-b', 'revoked'],
      ]),
    );
  });

  it('leads from an empty list to the first key', async () => {
    keysAre();
    open();

    expect(
      await screen.findByText('There are no keys yet'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create key' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'New key for iris' }),
    ).toBeInTheDocument();
    await expectAccessible();
  });

  it('says why the keys cannot be read, and tries again', async () => {
    let answer = failure(503, 'Cluster "sandbox" cannot be reached');
    backend.on('get', KEYS, () => answer);
    open();
    expect(
      await screen.findByText(/The keys could not be read/),
    ).toBeInTheDocument();

    answer = { body: aKeyList(PRIMARY) };
    await press('Try again');
    expect(await row(/mp_aaa/)).toBeInTheDocument();
  });

  it('explains that a public model has no keys, and shows how to call it without', async () => {
    open(PUBLIC);

    expect(
      await screen.findByText('This model needs no keys'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
    expect(screen.getByRole('region', { name: 'Code' })).not.toHaveTextContent(
      'API_KEY',
    );
  });

  it('lets a consumer do with its own keys what it may', async () => {
    keysAre(PRIMARY);
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-c') }));
    open({ access: 'consumer' });

    expect(
      await screen.findByText(/None of your tenants may use/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create key' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Revoke several/ })).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  describe('creating a key', () => {
    async function openDialog() {
      const rendered = open();
      await userEvent.click(
        await screen.findByRole('button', { name: 'Create key' }),
      );
      await screen.findByRole('dialog', { name: 'New key for iris' });
      return rendered;
    }

    it('shows it once, keeps it nowhere, and goes back to the button', async () => {
      backend.on('get', '/tenants', () => ({
        body: aTenantList('tenant-a', 'tenant-b', 'tenant-c'),
      }));
      keysAre(PRIMARY);
      const requests = backend.on('post', KEYS, () => ({
        status: 201,
        body: anIssuedKey({ key: OTHER }),
      }));
      const { cachedText } = await openDialog();
      const tenant = within(screen.getByRole('dialog')).getByLabelText(
        'Tenant',
      );
      expect(within(tenant).getAllByRole('option')).toHaveLength(2);
      await userEvent.selectOptions(tenant, 'tenant-b');
      await userEvent.type(screen.getByLabelText('Name'), ' batch ');
      await userEvent.selectOptions(screen.getByLabelText('Expires'), '30d');
      await press('Create key');

      expect(
        await screen.findByRole('group', { name: 'API key' }),
      ).toHaveTextContent(ISSUED_KEY);
      await expectAccessible();
      const [sent] = requests;
      expect(sent?.body).toEqual({
        tenantId: 'tenant-b',
        name: 'batch',
        expiresAt: expect.any(String),
      });
      expect(sent?.header('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
      expect(cachedText()).not.toContain(ISSUED_KEY);
      await press('Done');
      await waitFor(() =>
        expect(
          screen.getByRole('button', { name: 'Create key' }),
        ).toHaveFocus(),
      );
      expect(document.body).not.toHaveTextContent(ISSUED_KEY);
    });

    it('is the same request when it is sent again, and another one when it is changed', async () => {
      keysAre(PRIMARY);
      const requests = backend.on('post', KEYS, () => failure(503, 'Away'));
      await openDialog();
      await userEvent.selectOptions(screen.getByLabelText('Expires'), '7d');
      await press('Create key');
      await screen.findByText('Away');
      await press('Create key');
      await waitFor(() => expect(requests).toHaveLength(2));
      await screen.findByText('Away');
      await userEvent.type(screen.getByLabelText('Name'), 'x');
      await press('Create key');
      await waitFor(() => expect(requests).toHaveLength(3));

      const [first, second, third] = requests;
      expect(second).toEqual(first);
      const [once, again, changed] = [first, second, third].map(request =>
        request?.header('Idempotency-Key'),
      );
      expect(again).toBe(once);
      expect(changed).not.toBe(once);
    });

    it('puts what the backend finds wrong at the field, and offers nothing beyond the maximum', async () => {
      keysAre(PRIMARY);
      backend.on('get', '/publishing-options', () => ({
        body: somePublishingOptions({
          keys: {
            reveal: 'never',
            grace: { default: '24h', maximum: '30d' },
            maxExpiry: '30d',
          },
        }),
      }));
      backend.on('post', KEYS, () =>
        failure(422, 'No', [
          { field: 'expiresAt', problem: 'is later than the maximum' },
        ]),
      );
      await openDialog();
      const expires = screen.getByLabelText('Expires');
      await within(expires).findByRole('option', { name: /maximum \(30d\)/ });
      expect(within(expires).queryByRole('option', { name: /90/ })).toBeNull();
      await userEvent.selectOptions(expires, 'custom');
      await userEvent.type(screen.getByLabelText(/^Days/), '31');
      expect(
        screen.getByText('Must be a whole number from 1 to 30'),
      ).toBeInTheDocument();
      expect(screen.getByRole('button', { name: 'Create key' })).toBeDisabled();
      await userEvent.selectOptions(expires, '30d');
      await press('Create key');

      expect(
        await screen.findByText('Is later than the maximum'),
      ).toBeInTheDocument();
      await expectAccessible();
    });
  });

  it('rotates one key with a grace period, and says until when the old one works', async () => {
    keysAre(PRIMARY);
    const requests = backend.on('post', `${KEYS}/${PRIMARY.id}/rotate`, () => ({
      body: aRotatedKey({ previousKeyEndsAt: '2026-03-04T05:06:00.000Z' }),
    }));
    const { cachedText } = open();
    await choose('mp_aaa…', /Rotate/);
    expect(await screen.findByLabelText('The present key stops')).toHaveValue(
      '24h',
    );
    await userEvent.selectOptions(
      screen.getByLabelText('The present key stops'),
      '7d',
    );
    await press('Rotate key');

    expect(
      await screen.findByText(/The old key works until Mar 4, 2026/),
    ).toBeInTheDocument();
    expect(requests).toMatchObject([{ body: { grace: '7d' } }]);
    expect(cachedText()).not.toContain(ISSUED_KEY);
    await press('Done');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Actions for key mp_aaa…' }),
      ).toHaveFocus(),
    );
  });

  it('cannot rotate a key of a tenant that is not the own one, or one that is replaced', async () => {
    keysAre(OTHER, {
      ...PRIMARY,
      replacedBy: 'key00000000000009',
      endsAt: soon(1),
    });
    open();
    for (const hint of ['mp_bbb…', 'mp_aaa…']) {
      await userEvent.click(
        await screen.findByRole('button', { name: `Actions for key ${hint}` }),
      );
      expect(
        await screen.findByRole('menuitem', { name: /Revoke/ }),
      ).toBeInTheDocument();
      expect(screen.queryByRole('menuitem', { name: /Rotate/ })).toBeNull();
      await userEvent.keyboard('{Escape}');
    }
  });

  it.each([
    ['now', 'The gateway refuses it.'],
    ['pending', /not been seen to refuse it yet/],
  ] as const)(
    'revokes a key after its name was typed (%s)',
    async (effective, words) => {
      keysAre({ ...PRIMARY, lastUsedAt: soon(-3) });
      const requests = backend.on('delete', `${KEYS}/${PRIMARY.id}`, () => ({
        body: { key: { ...PRIMARY, state: 'revoked' }, effective },
      }));
      open();
      const dialog = await choose('mp_aaa…', /Revoke/);
      expect(dialog).toHaveTextContent('Last used: 2 days ago');
      await expectAccessible();
      const button = screen.getByRole('button', { name: 'Revoke' });
      expect(button).toBeDisabled();
      await userEvent.type(
        screen.getByLabelText('Type shop to confirm'),
        'shop{Enter}',
      );

      expect(await screen.findByText(words)).toBeInTheDocument();
      expect(requests).toHaveLength(1);
    },
  );

  it('has the focus at the next step when the row has no button any more', async () => {
    let key = PRIMARY;
    backend.on('get', KEYS, () => ({ body: aKeyList(key) }));
    backend.on('delete', `${KEYS}/${PRIMARY.id}`, () => {
      key = { ...PRIMARY, state: 'revoked' };
      return { body: { key, effective: 'now' } };
    });
    open();
    await choose('mp_aaa…', /Revoke/);
    await userEvent.type(
      screen.getByLabelText('Type shop to confirm'),
      'shop{Enter}',
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: /^Actions/, hidden: true }),
      ).toBeNull(),
    );
    await press('Done');

    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Create key' })).toHaveFocus(),
    );
  });

  describe('revoking several keys', () => {
    const REVOKE = `${KEYS}/revoke`;

    it('says first which ones, stops exactly those, and forgets what was selected', async () => {
      keysAre(PRIMARY, OTHER);
      const requests = backend.on('post', REVOKE, ({ query }) => ({
        body: {
          dryRun: query.dryRun === 'true',
          keys: [OTHER],
          effective: 'now',
        },
      }));
      open();
      await userEvent.click(
        await screen.findByRole('checkbox', { name: 'Select key mp_bbb…' }),
      );
      await press(/Revoke several/);
      expect(await screen.findByLabelText('Which keys')).toHaveValue(
        'selected',
      );
      await expectAccessible();
      await press('See which ones');
      expect(
        await screen.findByText('mp_bbb… of tenant-b'),
      ).toBeInTheDocument();
      await expectAccessible();
      await userEvent.type(
        screen.getByLabelText('Type iris to confirm'),
        'iris',
      );
      await press('Revoke 1 key');

      expect(
        await screen.findByRole('dialog', { name: '1 key is revoked' }),
      ).toBeInTheDocument();
      expect(requests).toMatchObject([
        { query: { dryRun: 'true' }, body: { keyIds: [OTHER.id] } },
        { query: { dryRun: 'false' }, body: { keyIds: [OTHER.id] } },
      ]);
      await press('Done');
      expect(
        screen.getByRole('checkbox', { name: 'Select key mp_bbb…' }),
      ).not.toBeChecked();
    });

    it.each([
      ['ofTenant', 'Tenant', 'tenant-b', { tenantId: 'tenant-b' }],
      [
        'olderThan',
        'Created before',
        '2026-02-03',
        { createdBefore: new Date('2026-02-03T00:00').toISOString() },
      ],
    ])('finds them by %s', async (criterion, label, value, body) => {
      keysAre(PRIMARY);
      const requests = backend.on('post', REVOKE, () => ({
        body: { dryRun: true, keys: [], effective: 'now' },
      }));
      open();
      await row(/mp_aaa/);
      await press(/Revoke several/);
      await userEvent.selectOptions(
        await screen.findByLabelText('Which keys'),
        criterion,
      );
      const field = within(screen.getByRole('dialog')).getByLabelText(label);
      await (field.tagName === 'SELECT'
        ? userEvent.selectOptions(field, value)
        : userEvent.type(field, value));
      await press('See which ones');

      expect(
        await screen.findByText(/No key that still works/),
      ).toBeInTheDocument();
      expect(screen.queryByRole('button', { name: /^Revoke/ })).toBeNull();
      expect(requests).toMatchObject([{ query: { dryRun: 'true' }, body }]);
    });
  });

  describe('showing a key again', () => {
    const revealed = () => ({
      body: {
        ...PUBLICATION,
        apiKey: ISSUED_KEY,
        apiKeyReason: 'revealed' as const,
      },
    });

    it('says before that it is audited, shows it, and hides it when the window is left', async () => {
      keysAre(PRIMARY);
      const requests = backend.on('get', '/models/iris/publish', revealed);
      const { cachedText } = open();
      const dialog = await choose('mp_aaa…', /Show the key/);
      expect(dialog).toHaveTextContent('audit log with your name');
      expect(requests).toEqual([]);
      await press('Show the key');

      expect(
        await screen.findByRole('group', { name: 'API key' }),
      ).toHaveTextContent(ISSUED_KEY);
      await expectAccessible();
      expect(cachedText()).not.toContain(ISSUED_KEY);
      window.dispatchEvent(new Event('blur'));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(document.body).not.toHaveTextContent(ISSUED_KEY);
    });

    it('says why it cannot be shown', async () => {
      keysAre(PRIMARY);
      backend.on('get', '/models/iris/publish', () => ({
        body: { ...PUBLICATION, apiKey: null, apiKeyReason: 'lost' },
      }));
      open();
      await choose('mp_aaa…', /Show the key/);
      await press('Show the key');
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'deleted at the gateway',
      );
    });

    it('shows no other key than the one that was meant', async () => {
      keysAre(PRIMARY);
      backend.on('get', '/models/iris/publish', () => ({
        body: { ...revealed().body, apiKeyId: OTHER.id },
      }));
      open();
      await choose('mp_aaa…', /Show the key/);
      await press('Show the key');
      await screen.findByRole('alert');
      expect(document.body).not.toHaveTextContent(ISSUED_KEY);
    });

    it('is not offered where the platform does not do it, or for other keys', async () => {
      keysAre(PRIMARY, OTHER);
      open({ apiKeyId: OTHER.id });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Actions for key mp_aaa…' }),
      );
      await screen.findByRole('menuitem', { name: /Revoke/ });
      expect(screen.queryByRole('menuitem', { name: /Show/ })).toBeNull();
    });
  });
});
