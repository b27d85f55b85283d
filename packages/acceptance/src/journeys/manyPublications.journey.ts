import { Page, Request } from 'playwright-core';
import { copiesOfIris } from '../client/copiesOfIris';
import { target } from '../client/target';
import { PortalBrowser } from './PortalBrowser';

/** A real cluster has an API server, Envoy and other things that are to be spared (quality.md asks for 300 there). */
const COPIES = target.kind === 'sandbox' ? 10_000 : 300;
const SEED_MS = 300_000;
/** Until the first page can be used: who is asked for what is written in quality.md. */
const REQUESTS_AT_MOST = 3;

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

const total = (COPIES + 1).toString();

function backendRequests(page: Page): Request[] {
  const seen: Request[] = [];
  page.on('request', request => {
    if (request.url().includes('/api/model-publishing/')) {
      seen.push(request);
    }
  });
  return seen;
}

describe(`a list of ${COPIES} published models`, () => {
  it(
    'is there after few requests, and is searched, sorted and turned by the backend',
    async () => {
      const page = await browser.visit(
        'tenant-a-user',
        '/model-publishing/models',
      );
      await page.getByRole('row', { name: /iris/ }).waitFor();
      // Not left to the clean-up after each test, which would unpublish them one by one.
      const copies = await copiesOfIris(COPIES);
      const requests = backendRequests(page);
      try {
        await page.getByRole('tab', { name: 'Published' }).click();
        await page.getByRole('link', { name: 'copy-00001' }).waitFor();
        await page.getByText(`1-20 of ${total}`).waitFor();
        expect(requests.length).toBeLessThanOrEqual(REQUESTS_AT_MOST);
        await expectQuickTurns(page);
      } finally {
        await copies.remove();
      }
    },
    SEED_MS,
  );
});

async function expectQuickTurns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByRole('link', { name: 'copy-00021' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(21);

  await page.getByRole('searchbox').fill('copy-00299');
  await page.getByText('1-1 of 1').waitFor();
  await page.getByRole('link', { name: 'copy-00299' }).waitFor();

  await page.getByRole('searchbox').fill('');
  await page.getByText(`1-20 of ${total}`).waitFor();
  await page.getByRole('button', { name: /^Model/ }).click();
  await page.getByRole('link', { name: 'iris', exact: true }).waitFor();

  // The address says it all: another visitor, or a reload, sees the same.
  await page.reload();
  await page.getByRole('link', { name: 'iris', exact: true }).waitFor();
}
