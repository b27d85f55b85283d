/** The steps after the choice of a model, in their order; the names are parts of addresses. */
export const WIZARD_STEPS = ['address', 'limits', 'review', 'done'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** The steps that ask for something. */
export type FormStep = Extract<WizardStep, 'address' | 'limits'>;

export function isWizardStep(text: string | undefined): text is WizardStep {
  return WIZARD_STEPS.some(step => step === text);
}

/** Whether one step comes after another. */
export function isAfter(step: WizardStep, other: WizardStep): boolean {
  return WIZARD_STEPS.indexOf(step) > WIZARD_STEPS.indexOf(other);
}
