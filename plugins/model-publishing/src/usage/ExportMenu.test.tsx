import { UsageSeries } from '@inference-portal/plugin-model-publishing-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { BACKEND_URL } from '../__testUtils__/backend';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { aUsageSeries } from '../__testUtils__/usageBuilders';
import { ExportMenu } from './ExportMenu';

const publication = { cluster: 'sandbox', tenant: 'tenant-a', model: 'iris' };
const CSV = 'start,measure,value\r\n';

/** Files that were given to the user, as `<name>: <text>`. */
function watchDownloads() {
  const blobs = new Map<string, Blob>();
  const files: string[] = [];
  URL.createObjectURL = blob => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      const name = this.download;
      blobs
        .get(this.href)
        ?.text()
        .then(text => files.push(`${name}: ${text}`));
    });
  return files;
}

describe('the export of usage', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  async function choose(format: string, shown: UsageSeries) {
    renderWithBackend(
      <ExportMenu publication={publication} shown={shown} title="Errors" />,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export: Errors' }),
    );
    const item = await screen.findByRole('menuitem', { name: format });
    await expectAccessible();
    await userEvent.click(item);
  }

  it('as CSV is the file that the backend makes of what is shown', async () => {
    const asked: Array<Record<string, string>> = [];
    server.use(
      http.get(`${BACKEND_URL}/models/iris/publish/usage`, ({ request }) => {
        asked.push(Object.fromEntries(new URL(request.url).searchParams));
        return HttpResponse.text(CSV);
      }),
    );
    const files = watchDownloads();
    const shown = aUsageSeries({ groupBy: 'status' });
    await choose('As CSV file', shown);

    await waitFor(() =>
      expect(files).toEqual([`usage-iris-by-status.csv: ${CSV}`]),
    );
    const { from, to, step } = shown;
    expect(asked).toEqual([
      {
        cluster: 'sandbox',
        tenant: 'tenant-a',
        from,
        to,
        step,
        groupBy: 'status',
        format: 'csv',
      },
    ]);
  });

  it('as JSON is what is shown', async () => {
    const files = watchDownloads();
    const shown = aUsageSeries();
    await choose('As JSON file', shown);

    await waitFor(() => expect(files).toHaveLength(1));
    const [name, text] = files[0]?.split(/: (.*)/s) ?? [];
    expect(name).toBe('usage-iris.json');
    expect(JSON.parse(text ?? '')).toEqual(shown);
  });

  it('says why there is none', async () => {
    server.use(
      http.get(`${BACKEND_URL}/models/iris/publish/usage`, () =>
        HttpResponse.json(
          {
            error: { name: 'Error', message: 'The database is away' },
            response: { statusCode: 503 },
          },
          { status: 503 },
        ),
      ),
    );
    const files = watchDownloads();
    await choose('As CSV file', aUsageSeries());

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(files).toEqual([]);
  });
});
