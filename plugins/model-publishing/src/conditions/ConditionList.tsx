import { PublicationCondition } from '@inference-portal/plugin-model-publishing-common';
import List from '@material-ui/core/List';
import { useTexts } from '../translation/useTexts';
import { ConditionItem } from './ConditionItem';

/** All conditions of a publication; changes are announced while it is shown. */
export function ConditionList({
  conditions,
}: {
  conditions: PublicationCondition[];
}) {
  const t = useTexts();
  return (
    <List
      aria-label={t('conditions.title')}
      aria-live="polite"
      dense
      disablePadding
    >
      {conditions.map(condition => (
        <ConditionItem
          key={condition.type}
          title={t(`conditions.${condition.type}`)}
          condition={condition}
        />
      ))}
    </List>
  );
}
