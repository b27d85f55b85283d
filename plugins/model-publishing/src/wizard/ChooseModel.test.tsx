import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import { aModel, aModelList } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { ChooseModel } from './ChooseModel';

describe('ChooseModel', () => {
  const backend = useBackend();

  it('lists what can be published, and searches for it in the backend', async () => {
    const requests = backend.on('get', '/models', ({ query }) => ({
      body: query.q
        ? aModelList(aModel({ name: 'digits' }))
        : aModelList(aModel(), aModel({ name: 'digits' })),
    }));
    renderWithBackend(<ChooseModel />);

    expect(
      await screen.findByRole('button', { name: 'Choose iris of tenant-a' }),
    ).toHaveAttribute(
      'href',
      '/model-publishing/models/publish/sandbox/tenant-a/iris/address',
    );
    await expectAccessible();
    await userEvent.type(screen.getByRole('searchbox'), 'dig{Enter}');

    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /iris/ })).toBeNull(),
    );
    expect(requests.map(({ query }) => query)).toEqual([
      { ready: 'true', published: 'false', limit: '20' },
      { ready: 'true', published: 'false', limit: '20', q: 'dig' },
    ]);
  });

  it('says why there is nothing to choose, and where more is told', async () => {
    let answer = aModelList();
    backend.on('get', '/models', () => ({ body: answer }));
    renderWithBackend(<ChooseModel />);

    await screen.findByText('There is nothing to publish');
    expect(screen.getByRole('button', { name: 'All models' })).toHaveAttribute(
      'href',
      '/model-publishing/models',
    );
    await expectAccessible();
    answer = aModelList(aModel());
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    await screen.findByRole('row', { name: /iris/ });
  });

  it('says why the models could not be read', async () => {
    backend.on('get', '/models', () => failure(503, 'The cluster is away'));
    renderWithBackend(<ChooseModel />);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cluster is away',
    );
  });
});
