import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren, ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../translation/useTexts';
import { WizardPlace } from './useWizardPaths';
import { ALL_STEPS, AnyStep, WizardStepper } from './WizardStepper';

const useStyles = makeStyles(theme => ({
  paper: { padding: theme.spacing(3), maxWidth: theme.breakpoints.values.lg },
  heading: { '&:focus': { outline: 'none' } },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(3),
  },
}));

export interface StepFrameProps {
  step: AnyStep;
  /** Absent while no model is chosen. */
  place?: WizardPlace;
  /** Of the step; the focus goes there, so that screen readers notice that it is another step. */
  heading: string;
  actions: ReactNode;
}

/** One step of the wizard: where one is, what it is about, and the ways on and back. */
export function StepFrame({
  step,
  place,
  heading,
  actions,
  children,
}: PropsWithChildren<StepFrameProps>) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), [step]);
  return (
    <Paper component="section" className={classes.paper} aria-labelledby={id}>
      <Typography id={id} variant="h5" component="h2">
        {place
          ? t('wizard.titleOf', { model: place.model, tenant: place.tenant })
          : t('wizard.title')}
      </Typography>
      <WizardStepper current={step} place={place} />
      <Box mb={2}>
        <Typography
          ref={ref}
          className={classes.heading}
          variant="h6"
          component="h3"
          tabIndex={-1}
        >
          {heading}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {t('wizard.steps.position', {
            position: String(ALL_STEPS.indexOf(step) + 1),
            all: String(ALL_STEPS.length),
          })}
        </Typography>
      </Box>
      {children}
      <div className={classes.actions}>{actions}</div>
    </Paper>
  );
}
