import { useState } from 'react';
import { UseFormReturn } from 'react-hook-form';
import { requestProblems } from '../feedback/requestProblems';
import { PlacedProblems, placeProblems, stepOf } from './placeProblems';
import { PublishContext, PublishValues } from './publishValues';
import { FormStep, WIZARD_STEPS } from './WizardStep';

/** A request that the backend refused, with its problems sorted. */
export interface Refusal {
  error: Error;
  problems: PlacedProblems;
}

/** Takes in what the backend refuses: problems go to their fields, and the wizard to the first step that has one. */
export function useRefusal(
  form: Pick<UseFormReturn<PublishValues>, 'getValues' | 'setError'>,
  context: PublishContext,
  goTo: (step: FormStep) => void,
) {
  const [refusal, setRefusal] = useState<Refusal>();
  return {
    refusal,
    clear: () => setRefusal(undefined),
    refuse(error: Error) {
      const problems = placeProblems(
        requestProblems(error),
        form.getValues(),
        context,
      );
      for (const { name, problem } of problems.atFields) {
        form.setError(name, { type: 'server', message: problem });
      }
      setRefusal({ error, problems });
      const steps: string[] = problems.atFields.map(({ name }) => stepOf(name));
      const first = WIZARD_STEPS.find(step => steps.includes(step));
      if (first === 'address' || first === 'limits') {
        goTo(first);
      }
    },
  };
}
