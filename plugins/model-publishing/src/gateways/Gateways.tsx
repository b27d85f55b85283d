import { Progress } from '@backstage/core-components';
import { useGateways } from '../api/useGateways';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { ForAdministrators } from './ForAdministrators';
import { GatewayCard } from './GatewayCard';
import { isRefusal } from './isRefusal';
import { NoGateways } from './NoGateways';

/** The tab with the gateways, for admins. */
export function Gateways() {
  const t = useTexts();
  const { data, error, refetch } = useGateways();
  if (error && isRefusal(error)) {
    return <ForAdministrators />;
  }
  if (error && !data) {
    return (
      <RequestFailed
        title={t('gateways.error')}
        error={error}
        onRetry={refetch}
      />
    );
  }
  if (!data) {
    return <Progress />;
  }
  if (data.items.length === 0) {
    return <NoGateways onRetry={refetch} />;
  }
  return (
    <>
      {error && (
        <Notice severity="warning" title={t('gateways.notRefreshed.title')}>
          {t('gateways.notRefreshed.description', { error: messageOf(error) })}
        </Notice>
      )}
      {data.items.map(gateway => (
        <GatewayCard
          key={`${gateway.cluster}/${gateway.name}`}
          gateway={gateway}
        />
      ))}
    </>
  );
}
