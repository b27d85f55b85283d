import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { publishIris, withKey } from '../client/publishIris';
import { copied, PortalBrowser } from './PortalBrowser';
import { publishByWizard } from './publishByWizard';
import { runInShell } from './runInShell';

const ENTITY = '/catalog/default/component/tenant-a-iris';

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

describe('a data scientist', () => {
  it('publishes a model in the portal and runs the line that it shows', async () => {
    const page = await browser.visit(
      'tenant-a-user',
      '/model-publishing/models',
    );
    await publishByWizard(page, {
      model: 'iris',
      // More than all tests before this one have sent: counters outlive publications.
      limits: { 'Requests per minute': '10000', 'Requests per hour': '500000' },
    });

    const line = await copied(page, 'Copy the code');
    expect(JSON.parse(await runInShell(line))).toEqual({ predictions: [0] });
    const apiKey = await copied(page, 'Copy API key');
    expect(line).toContain(apiKey);
    const published = await tenantA.get('iris', 'tenant-a');
    expect(published.rateLimiting.requestsPerMinute).toBe(10000);

    await page.getByRole('tab', { name: 'Published' }).click();
    await page.getByRole('row', { name: /^iris/ }).waitFor();
    await page.getByText(published.externalUrl, { exact: true }).waitFor();
    expect(await page.content()).not.toContain(apiKey);
  });

  it('sees the publication on the page of the model', async () => {
    const { externalUrl, apiKey } = await publishIris();
    const page = await browser.visit('tenant-a-user', ENTITY);
    await page.getByText(externalUrl, { exact: true }).waitFor();
    const line = await copied(page, 'Copy command');
    expect(line).not.toContain(apiKey);
    const answer = await runInShell(line, { API_KEY: apiKey });
    expect(JSON.parse(answer)).toEqual({ predictions: [0] });
  });

  it('replaces the key and takes the model back', async () => {
    const iris = await publishIris();
    const page = await browser.visit(
      'tenant-a-user',
      '/model-publishing/published',
    );
    const menu = page.getByRole('button', {
      name: 'Actions for iris of tenant-a',
    });
    await menu.click();
    await page.getByRole('menuitem', { name: 'Rotate key…' }).click();
    await page.getByLabel('The present key stops').selectOption('now');
    await page.getByRole('button', { name: 'Rotate key' }).click();
    await page.getByText('New key of iris').waitFor();
    const newKey = await copied(page, 'Copy API key');
    expect((await predict(iris, withKey(newKey))).status).toBe(200);
    expect((await predict(iris, withKey(iris.apiKey))).status).toBe(401);
    await page.getByRole('button', { name: 'Done' }).click();

    await menu.click();
    await page.getByRole('menuitem', { name: 'Unpublish…' }).click();
    await page.getByLabel('Type iris to confirm').fill('iris');
    await page.getByRole('button', { name: 'Unpublish', exact: true }).click();
    await page.getByText('iris is unpublished').waitFor();
    expect((await predict(iris, withKey(newKey))).status).toBe(404);
  });

  it('sees nothing of another tenant', async () => {
    const { externalUrl } = await publishIris();
    const page = await browser.visit(
      'tenant-b-user',
      '/model-publishing/published',
    );
    await page.getByText('Nothing is published yet').waitFor();
    await page.goto(ENTITY);
    // Each of the two cards says so.
    await page
      .getByText('Not published, or not visible to you.')
      .first()
      .waitFor();
    await eventually(async () =>
      expect(await page.content()).not.toContain(externalUrl),
    );
  });
});
