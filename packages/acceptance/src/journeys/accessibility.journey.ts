import { publishIris } from '../client/publishIris';
import { expectAccessible } from './expectAccessible';
import { PortalBrowser } from './PortalBrowser';

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

/** What a page shows when there is nothing more to wait for. */
const PAGES: Array<[user: string, path: string, shown: string | RegExp]> = [
  ['tenant-a-user', '/model-publishing/published', 'Published models'],
  ['tenant-a-user', '/model-publishing/models', 'Models of your tenants'],
  ['tenant-a-user', '/model-publishing/requests', 'Nothing to decide'],
  ['platform-admin', '/model-publishing/gateways', /Closed by default/],
  ['tenant-a-user', '/model-publishing/gateways', /For administrators/],
  ['tenant-a-user', 'overview', 'About this publication'],
  ['tenant-a-user', 'limits', /Requests per minute/],
  ['tenant-a-user', 'access', 'tenant-a'],
  ['tenant-a-user', 'keys', 'API keys'],
  ['tenant-a-user', 'usage', /Counted up to|Not counted yet/],
  ['tenant-a-user', 'try-it', 'Request body (JSON)'],
  ['tenant-a-user', 'manifests', /kind: HTTPRoute/],
  ['tenant-a-user', 'activity', /Published/],
  ['tenant-b-user', 'overview', /not visible to you/],
  ['tenant-a-user', '/catalog/default/component/tenant-a-iris', 'Publication'],
  [
    'tenant-a-user',
    '/catalog/default/component/tenant-a-iris/publishing',
    /Publication/,
  ],
];

// Sixteen pages, each opened by a visitor of its own.
jest.setTimeout(300_000);

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  it('every page is accessible, contrast included', async () => {
    const { cluster } = await publishIris();
    const seen: string[] = [];
    for (const [user, path, shown] of PAGES) {
      const address = path.startsWith('/')
        ? path
        : `/model-publishing/published/${cluster}/tenant-a/iris/${path}`;
      const page = await browser.visit(user, address, { theme });
      await page.getByText(shown).first().waitFor();
      await expectAccessible(page);
      await page.context().close();
      seen.push(path);
    }
    expect(seen).toHaveLength(PAGES.length);
  });
});
