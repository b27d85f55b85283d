import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { LIVE_CHANNEL } from '@inference-portal/plugin-model-publishing-common';
import Snackbar from '@material-ui/core/Snackbar';
import { useEffect, useId, useSyncExternalStore } from 'react';
import { useTexts } from '../translation/useTexts';
import { LiveQueries } from './LiveQueries';
import { Outage } from './Outage';

export interface LiveUpdatesProps {
  live: LiveQueries;
  outage: Outage;
}

/** Keeps what is beside it up to date, and says when that is not possible at the moment. */
export function LiveUpdates({ live, outage }: LiveUpdatesProps) {
  const t = useTexts();
  const member = useId();
  // Apps need not have the signals plugin.
  const signals = useApiHolder().get(signalApiRef);
  useEffect(() => {
    live.join(member);
    return () => live.leave(member);
  }, [live, member]);
  useEffect(() => {
    const subscription = signals?.subscribe(LIVE_CHANNEL, () => live.heard());
    return () => subscription?.unsubscribe();
  }, [live, signals]);
  const isAway = useSyncExternalStore(outage.subscribe, outage.isOn);
  return (
    <Snackbar
      open={isAway && live.isFirst(member)}
      message={t('live.outage')}
      ContentProps={{ role: 'status' }}
    />
  );
}
