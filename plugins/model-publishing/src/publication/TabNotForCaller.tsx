import { LinkButton } from '@backstage/core-components';
import { KnownPublication } from '../api/usePublication';
import { EmptyView } from '../feedback/EmptyView';
import { useTexts } from '../translation/useTexts';

export interface TabNotForCallerProps {
  publication: KnownPublication;
  /** Path of the part that everybody sees. */
  overview: string;
}

/** In the place of a part in which the user has nothing to see, as after following a link of somebody else. */
export function TabNotForCaller({
  publication: { access, tenantId: tenant },
  overview,
}: TabNotForCallerProps) {
  const t = useTexts();
  return (
    <EmptyView
      heading="h3"
      title={t('publication.notForYou.title')}
      description={t(`publication.notForYou.role.${access}`, { tenant })}
      action={
        <LinkButton to={overview} variant="contained" color="primary">
          {t('publication.notForYou.action')}
        </LinkButton>
      }
    />
  );
}
