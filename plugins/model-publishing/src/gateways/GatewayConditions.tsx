import { GatewayCondition } from '@inference-portal/plugin-model-publishing-common';
import List from '@material-ui/core/List';
import { ConditionItem } from '../conditions/ConditionItem';
import { useTexts } from '../translation/useTexts';
import { CardSection } from './CardSection';

/** How a gateway is, condition by condition; changes are announced while they are shown. */
export function GatewayConditions({
  conditions,
}: {
  conditions: GatewayCondition[];
}) {
  const t = useTexts();
  return (
    <CardSection title={t('gateways.conditions.title')}>
      {labelIds => (
        <List
          aria-labelledby={labelIds}
          aria-live="polite"
          dense
          disablePadding
        >
          {conditions.map(condition => (
            <ConditionItem
              key={condition.type}
              title={t(`gateways.conditions.${condition.type}`)}
              condition={condition}
            />
          ))}
        </List>
      )}
    </CardSection>
  );
}
