import { Page } from 'playwright-core';
import { tenantA } from '../client/callers';
import { publishIris } from '../client/publishIris';
import { PortalBrowser } from './PortalBrowser';

/** From a change to the page of somebody who merely looks at it. */
const LIVE_MS = 2_000;

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

describe('who looks at a page', () => {
  it('sees what others do, without reloading it', async () => {
    const page = await browser.visit(
      'tenant-a-user',
      '/model-publishing/published',
    );
    const subscribed = subscription(page);
    await page.getByText('Nothing is published yet').waitFor();
    await subscribed;

    const { externalUrl } = await publishIris();
    await page.getByText(externalUrl).first().waitFor({ timeout: LIVE_MS });
    await tenantA.unpublish('iris', 'tenant-a');
    await page
      .getByText('Nothing is published yet')
      .waitFor({ timeout: LIVE_MS });
    expect(page.url()).toContain('/model-publishing/published');
  });

  it('sees in the activity what has just been done', async () => {
    const { cluster } = await publishIris();
    const page = await browser.visit(
      'tenant-a-user',
      `/model-publishing/published/${cluster}/tenant-a/iris/activity`,
    );
    await page
      .getByRole('row', { name: /Published/ })
      .first()
      .waitFor();
    const { key } = await tenantA.rotateKey('iris', 'tenant-a');
    const row = page.getByRole('row', { name: /Key rotated/ });
    await row.waitFor({ timeout: LIVE_MS });
    expect(await row.textContent()).toContain(key.id);
  });
});

/** Resolves when the page has asked for signals. */
function subscription(page: Page): Promise<void> {
  return new Promise(resolve => {
    page.on('websocket', socket => {
      if (socket.url().includes('/api/signals')) {
        socket.on('framesent', () => resolve());
      }
    });
  });
}
