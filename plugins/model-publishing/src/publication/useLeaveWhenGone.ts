import { useRouteRef } from '@backstage/core-plugin-api';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { KnownPublication } from '../api/usePublication';
import { useToast } from '../feedback/useToast';
import { publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { PublicationPlace } from './PublicationPlace';

/**
 * Leads back to the list once a publication is gone that was seen going: it would be strange to be told of it that it
 * is not there.
 *
 * @param publication - null when it is not there
 * @param isAsking - whether the dialog about its removal is open, which says by itself what has happened
 */
export function useLeaveWhenGone(
  { model }: PublicationPlace,
  publication: KnownPublication | null | undefined,
  isAsking: boolean,
) {
  const t = useTexts();
  const toast = useToast();
  const navigate = useNavigate();
  const listPath = useRouteRef(publishedRouteRef)();
  const wasSeenGoing = useRef(false);
  useEffect(() => {
    if (isAsking || publication?.phase === 'Unpublishing') {
      wasSeenGoing.current = true;
    }
    if (publication === null && wasSeenGoing.current && !isAsking) {
      wasSeenGoing.current = false;
      toast(t('publication.unpublishing.gone', { model }));
      navigate(listPath, { replace: true });
    }
  }, [isAsking, publication, model, listPath, navigate, toast, t]);
}
