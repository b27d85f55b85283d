import { Navigate, useParams } from 'react-router-dom';
import { ModelWizard } from './ModelWizard';
import { useWizardPaths, WizardPlace } from './useWizardPaths';
import { isWizardStep } from './WizardStep';

/** The steps of publishing one model. */
export function PublishWizard() {
  const { cluster = '', tenant = '', model = '', step } = useParams();
  const place: WizardPlace = { cluster, tenant, model };
  const paths = useWizardPaths(place);
  if (!isWizardStep(step)) {
    return <Navigate to={paths.step('address')} replace />;
  }
  return (
    // What was typed and issued for one model is nothing for the next one.
    <ModelWizard
      key={`${cluster}/${tenant}/${model}`}
      place={place}
      step={step}
    />
  );
}
