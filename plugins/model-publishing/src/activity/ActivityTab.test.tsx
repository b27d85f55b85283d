import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anActivityList } from '../__testUtils__/activityBuilders';
import { failure, useBackend } from '../__testUtils__/backend';
import { aPublicationDetail } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { ActivityTab } from './ActivityTab';

const PATH = '/models/iris/publish/activity';

describe('ActivityTab', () => {
  const backend = useBackend();

  const open = (address?: string) =>
    renderWithBackend(
      <ActivityTab publication={aPublicationDetail()} />,
      address,
    );
  const row = (name: RegExp) => screen.findByRole('row', { name });

  it('says who has done what, and what came of it', async () => {
    const requests = backend.on('get', PATH, () => ({
      body: anActivityList(
        {},
        {
          action: 'publication-update',
          outcome: 'failure',
          actor: { kind: 'service', name: 'external:ci' },
          details: {
            problem: 'RuleViolationError',
            fields: ['config.publicHostname'],
            actingAs: 'admin',
          },
        },
        {
          action: 'publication-repair',
          actor: { kind: 'system', name: 'system' },
          details: { objects: ['HTTPRoute/iris'] },
        },
        {
          action: 'publication-phase',
          details: { phase: 'Degraded', reason: 'KeysLost' },
        },
        { action: 'console-call', details: { changed: ['metadata', 'new'] } },
      ),
    }));
    open();

    const rotated = await row(/Key rotated/);
    expect(rotated).toHaveTextContent('Key key2 of tenant-b');
    expect(rotated).toHaveTextContent('Done');
    expect(within(rotated).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/user/jane',
    );
    const updated = await row(/Updated/);
    expect(updated).toHaveTextContent('external:ci (service)');
    expect(updated).toHaveTextContent('as administrator');
    expect(updated).toHaveTextContent('Failed');
    expect(updated).toHaveTextContent('against the rules of the platform');
    expect(updated).toHaveTextContent('Refused: config.publicHostname');
    const repaired = await row(/Put back/);
    expect(repaired).toHaveTextContent('The portal');
    expect(repaired).toHaveTextContent('HTTPRoute/iris');
    expect(await row(/Status/)).toHaveTextContent(
      'It is Degraded now: KeysLost',
    );
    // What this portal does not know yet is shown as it is.
    expect(await row(/console-call/)).toHaveTextContent(
      'Changed: metadata, new',
    );
    expect(requests[0]?.query).toEqual({
      tenant: 'tenant-a',
      cluster: 'sandbox',
      limit: '20',
    });
    await expectAccessible();
  });

  it('narrows it to one kind, and says when there is none of it', async () => {
    const requests = backend.on('get', PATH, ({ query }) => ({
      body: query.action ? anActivityList() : anActivityList({}),
    }));
    open();
    await row(/Key rotated/);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Kind' }),
      'Put back',
    );

    const clear = await screen.findByRole('button', { name: /filters/ });
    expect(requests[1]?.query.action).toBe('publication-repair');
    await expectAccessible();
    await userEvent.click(clear);
    await row(/Key rotated/);
  });

  it('asks for one page after the other', async () => {
    backend.on('get', PATH, ({ query }) => ({
      body: {
        ...anActivityList({
          action: query.cursor ? 'key-create' : 'key-rotate',
        }),
        totalItems: 21,
        ...(!query.cursor && { nextCursor: 'next' }),
      },
    }));
    open();
    await row(/Key rotated/);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));

    expect(await row(/Key created/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await row(/Key rotated/)).toBeInTheDocument();
  });

  it('sends nothing of an address that the backend does not know', async () => {
    const requests = backend.on('get', PATH, () => ({
      body: anActivityList({}),
    }));
    open('/?sort=at&order=asc&q=x&action=nonsense');
    await row(/Key rotated/);
    expect(Object.keys(requests[0]?.query ?? {}).sort()).toEqual([
      'cluster',
      'limit',
      'tenant',
    ]);
  });

  it('says what will be here where nothing has happened yet', async () => {
    backend.on('get', PATH, () => ({ body: anActivityList() }));
    open();
    expect(
      await screen.findByText('Nothing has happened yet'),
    ).toBeInTheDocument();
    await expectAccessible();
  });

  it('says why it could not be read, and reads it again', async () => {
    let answer = failure(503, 'the database does not answer');
    backend.on('get', PATH, () => answer);
    open();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the database does not answer',
    );
    await expectAccessible();
    answer = { body: anActivityList({}) };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await row(/Key rotated/);
  });
});
