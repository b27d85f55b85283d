import { useParams } from 'react-router-dom';

/** The steps of publishing one model. */
export function PublishWizard() {
  const { model, step } = useParams();
  return <>{`${model} ${step}`}</>;
}
