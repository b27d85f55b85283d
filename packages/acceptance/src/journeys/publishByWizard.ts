import { Page } from 'playwright-core';

/** Waits for a step of the wizard to be shown. */
export function atStep(page: Page, heading: string | RegExp): Promise<void> {
  return page.getByRole('heading', { level: 3, name: heading }).waitFor();
}

export function goOn(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Next', exact: true }).click();
}

/** The field for a limit of the whole publication; single tenants have fields of the same name below it. */
export function totalLimit(page: Page, name: string) {
  return page.getByRole('textbox', { name, exact: true }).first();
}

export interface WizardChoice {
  model: string;
  /** Absent: the one that is proposed. */
  path?: string;
  /** Totals, by the name of their field. */
  limits?: Record<string, string>;
}

/** Publishes a model of tenant-a from the list of models, step by step, up to the page with the key. */
export async function publishByWizard(
  page: Page,
  { model, path, limits = {} }: WizardChoice,
): Promise<void> {
  await page
    .getByRole('button', { name: `Publish ${model} of tenant-a` })
    .click();
  await atStep(page, 'Address and type');
  if (path !== undefined) {
    await page.getByRole('textbox', { name: 'Path' }).fill(path);
  }
  await goOn(page);
  await atStep(page, 'Limits and access');
  for (const [name, value] of Object.entries(limits)) {
    await totalLimit(page, name).fill(value);
  }
  await goOn(page);
  await atStep(page, 'Review');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await atStep(page, `${model} is published`);
}
