import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { AccessRequestRole } from '@inference-portal/plugin-model-publishing-common';
import { EmptyView } from '../feedback/EmptyView';
import { publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

const TEXTS = {
  publisher: 'nothingToDecide',
  requester: 'nothingAsked',
} as const;

/** In the place of requests: how there come to be some. */
export function NoRequests({ side }: { side: AccessRequestRole }) {
  const t = useTexts();
  const publishedPath = useRouteRef(publishedRouteRef);
  const about = TEXTS[side];
  const access = side === 'publisher' ? 'publisher' : 'viewer';
  return (
    <EmptyView
      title={t(`requests.${about}.title`)}
      description={t(`requests.${about}.description`)}
      action={
        <LinkButton
          to={`${publishedPath()}?access=${access}`}
          variant="contained"
          color="primary"
        >
          {t(`requests.${about}.action`)}
        </LinkButton>
      }
    />
  );
}
