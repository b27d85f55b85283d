import Typography from '@material-ui/core/Typography';
import { ConditionList } from '../conditions/ConditionList';
import { PublicationTabProps } from '../publication/PublicationTab';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';

/** Whether everything about a publication works; the page looks again by itself until it does. */
export function StatusSection({
  publication: { access, conditions },
}: PublicationTabProps) {
  const t = useTexts();
  return (
    <Section title={t('overview.conditions')}>
      {access === 'publisher' ? (
        <ConditionList conditions={conditions} />
      ) : (
        <Typography variant="body2">
          {t('overview.conditionsHidden')}
        </Typography>
      )}
    </Section>
  );
}
