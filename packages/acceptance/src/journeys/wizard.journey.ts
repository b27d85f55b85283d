import { Page } from 'playwright-core';
import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { publishIris } from '../client/publishIris';
import { expectAccessible } from './expectAccessible';
import { PortalBrowser } from './PortalBrowser';
import { atStep, goOn, totalLimit } from './publishByWizard';

const WIZARD = '/model-publishing/models/publish';
/** What the wizard draws, without the portal's own frame around it. */
const STEP = 'section:has(nav[aria-label="Steps of publishing"])';

let browser: PortalBrowser;
beforeAll(async () => {
  browser = await PortalBrowser.start();
});
afterAll(() => browser?.close());

describe('the steps of publishing', () => {
  it.each(['light', 'dark'] as const)(
    'are accessible, lose nothing by a reload, and lead to wrong fields (%s)',
    async theme => {
      const page = await browser.visit('tenant-a-user', WIZARD, { theme });
      await page.getByRole('searchbox').fill('iris');
      await page
        .getByRole('button', { name: 'Choose iris of tenant-a' })
        .waitFor();
      await expectAccessible(page, STEP);
      await page
        .getByRole('button', { name: 'Choose iris of tenant-a' })
        .click();

      await atStep(page, 'Address and type');
      await page.getByRole('textbox', { name: 'Path' }).fill('/models/predict');
      await page.getByText('Must not end in "predict"').waitFor();
      await expectAccessible(page, STEP);
      await page.getByRole('textbox', { name: 'Path' }).fill('/flowers');
      await goOn(page);
      await atStep(page, 'Limits and access');
      await page.getByRole('button', { name: 'Add a tenant' }).click();
      const second = page.getByRole('group', { name: 'Tenant 2' });
      await second.getByRole('textbox', { name: 'Tenant' }).fill('nobody');
      await goOn(page);

      await page
        .getByText('Names "nobody", which is no tenant of this platform')
        .waitFor();
      await expectAccessible(page, STEP);
      await page.getByRole('button', { name: 'Remove tenant 2' }).click();
      await totalLimit(page, 'Requests per minute').fill('61');
      await page.reload();
      await atStep(page, 'Limits and access');
      expect(await totalLimit(page, 'Requests per minute').inputValue()).toBe(
        '61',
      );
      await goOn(page);
      await page.getByText('Nothing is changed yet').waitFor();
      await expectAccessible(page, STEP);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page
        .getByRole('button', { name: 'Publish iris of tenant-a' })
        .waitFor();
      const kept = await page.evaluate(() => Object.keys(sessionStorage));
      expect(kept.filter(key => key.includes('draft'))).toEqual([]);
    },
  );

  it('can be walked by the keyboard alone', async () => {
    const page = await browser.visit('tenant-a-user', WIZARD);
    await pressByKeyboard(page, 'Choose iris of tenant-a');
    await atStep(page, 'Address and type');
    for (const heading of ['Limits and access', 'Review']) {
      await pressByKeyboard(page, 'Next');
      await atStep(page, heading);
    }
    await page.getByText('Nothing is changed yet').waitFor();
    await pressByKeyboard(page, 'Publish');
    await atStep(page, 'iris is published');
    expect((await tenantA.get('iris', 'tenant-a')).phase).toBe('Published');
  });
});

describe('a publisher', () => {
  it('changes limits and address on the page of the publication', async () => {
    const iris = await publishIris();
    const page = await browser.visit(
      'tenant-a-user',
      `/model-publishing/published/${iris.cluster}/tenant-a/iris/limits`,
    );
    await totalLimit(page, 'Requests per minute').fill('62');
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(async () =>
      expect(
        (
          await tenantA.get('iris', 'tenant-a')
        ).rateLimiting.requestsPerMinute,
      ).toBe(62),
    );

    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Change address…' }).click();
    await page.getByRole('textbox', { name: 'Path' }).fill('/models/moved');
    await page
      .getByRole('button', { name: 'Change address', exact: true })
      .click();
    await page.getByText('iris has a new address').waitFor();
    expect((await tenantA.get('iris', 'tenant-a')).externalPath).toBe(
      '/models/moved',
    );
  });
});

/** Goes from where the focus is to a button, and presses it. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.waitFor();
  const hasFocus = () =>
    button.evaluate(element => element === document.activeElement);
  for (let steps = 0; steps < 60 && !(await hasFocus()); steps++) {
    await page.keyboard.press('Tab');
  }
  expect(await hasFocus()).toBe(true);
  await page.keyboard.press('Enter');
}
