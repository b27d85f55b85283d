import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import { aPublicationDetail } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { ManifestsTab } from './ManifestsTab';

const PATH = '/models/iris/publish/manifests';
const YAML = 'kind: HTTPRoute\nmetadata:\n  name: published-model-iris\n';

describe('ManifestsTab', () => {
  const backend = useBackend();
  const open = () =>
    renderWithBackend(<ManifestsTab publication={aPublicationDetail()} />);

  it('shows the objects, and gives them away', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    const requests = backend.on('get', PATH, () => ({ body: YAML }));
    open();

    expect(
      await screen.findByRole('region', { name: 'YAML' }),
    ).toHaveTextContent(/kind: HTTPRoute.*name: published-model-iris/);
    expect(requests.map(({ query }) => query)).toEqual([
      { tenant: 'tenant-a', cluster: 'sandbox' },
    ]);
    expect(screen.getByText(/put back within 10 seconds/)).toBeInTheDocument();
    const download = screen.getByRole('link', { name: 'Download YAML' });
    expect(download).toHaveAttribute('download', 'tenant-a-iris.yaml');
    expect(decodeURIComponent(download.getAttribute('href') ?? '')).toContain(
      YAML,
    );
    await expectAccessible();

    await user.click(screen.getByRole('button', { name: 'Copy manifests' }));
    expect(written).toHaveBeenCalledWith(YAML);
  });

  it('says that there is nothing', async () => {
    backend.on('get', PATH, () => ({ body: '' }));
    open();

    expect(await screen.findByText(/Nothing is rendered/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Copy manifests' })).toBeNull();
  });

  it('says why they could not be read, and reads them again', async () => {
    let isAway = true;
    backend.on('get', PATH, () =>
      isAway ? failure(503, 'The cluster is away') : { body: YAML },
    );
    open();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cluster is away',
    );
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'YAML' }),
    ).toBeInTheDocument();
  });
});
