import { EmptyState, LinkButton } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { Texts, useTexts } from '../translation/useTexts';
import { UnpublishableReason } from './unpublishableReason';
import { useWizardPaths, WizardPlace } from './useWizardPaths';

export interface UnpublishableProps {
  place: WizardPlace;
  why: UnpublishableReason;
  onRetry?(): void;
}

/** In the place of the steps: why the model cannot be published, and what to do next. */
export function Unpublishable({ place, why, onRetry }: UnpublishableProps) {
  const t = useTexts();
  const paths = useWizardPaths(place);
  const isPublished = why.reason === 'published';
  return (
    <EmptyState
      missing="info"
      title={t(`wizard.unpublishable.${why.reason}.title`, {
        model: place.model,
      })}
      description={descriptionOf(why, place, t)}
      action={
        <>
          <LinkButton
            variant="contained"
            color="primary"
            to={isPublished ? paths.publication('overview') : paths.choose}
          >
            {t(
              isPublished
                ? 'wizard.unpublishable.openPublication'
                : 'wizard.unpublishable.chooseOther',
            )}
          </LinkButton>{' '}
          {onRetry && !isPublished && (
            <Button onClick={onRetry}>
              {t('wizard.unpublishable.lookAgain')}
            </Button>
          )}
        </>
      }
    />
  );
}

function descriptionOf(
  why: UnpublishableReason,
  { tenant, cluster }: WizardPlace,
  t: Texts,
): string {
  switch (why.reason) {
    case 'notReady':
      return t('wizard.unpublishable.notReady.description', {
        reason: why.details ?? t('models.noReason'),
      });
    case 'problem':
      return t('wizard.unpublishable.problem.description', {
        problem: why.details,
      });
    case 'noGateway':
      return t('wizard.unpublishable.noGateway.description', {
        tenant,
        cluster,
      });
    default:
      return t(`wizard.unpublishable.${why.reason}.description`);
  }
}
