import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Step from '@material-ui/core/Step';
import StepLabel from '@material-ui/core/StepLabel';
import Stepper from '@material-ui/core/Stepper';
import { makeStyles } from '@material-ui/core/styles';
import { publishRouteRef, publishStepRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { WizardPlace } from './useWizardPaths';
import { WIZARD_STEPS, WizardStep } from './WizardStep';

/** All steps, with the choice of a model before those of `WizardStep`. */
export const ALL_STEPS = ['model', ...WIZARD_STEPS] as const;
export type AnyStep = 'model' | WizardStep;

const useStyles = makeStyles(theme => ({
  root: {
    backgroundColor: 'transparent',
    padding: theme.spacing(2, 0),
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
}));

export interface WizardStepperProps {
  current: AnyStep;
  /** Absent while no model is chosen, and when there is nothing left to go back to. */
  place?: WizardPlace;
}

/** Where in the wizard one is. The state of each step is in words too, for those who do not see the icons. */
export function WizardStepper({ current, place }: WizardStepperProps) {
  const t = useTexts();
  const stepPath = useRouteRef(publishStepRouteRef);
  const choosePath = useRouteRef(publishRouteRef);
  const classes = useStyles();
  const active = ALL_STEPS.indexOf(current);
  return (
    <nav aria-label={t('wizard.steps.label')}>
      <Stepper
        className={classes.root}
        activeStep={active}
        alternativeLabel
        role="list"
      >
        {ALL_STEPS.map((step, index) => {
          const isLink = place && index < active && current !== 'done';
          const name = t(`wizard.steps.${step}`);
          return (
            <Step
              key={step}
              role="listitem"
              aria-current={index === active ? 'step' : undefined}
            >
              <StepLabel>
                {!isLink ? (
                  name
                ) : (
                  <Link
                    to={
                      step === 'model'
                        ? choosePath()
                        : stepPath({ ...place, step })
                    }
                    aria-label={t('wizard.steps.back', { step: name })}
                  >
                    {name}
                  </Link>
                )}
              </StepLabel>
            </Step>
          );
        })}
      </Stepper>
    </nav>
  );
}
