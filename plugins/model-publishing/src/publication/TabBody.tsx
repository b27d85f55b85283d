import { ErrorBoundary, Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Suspense } from 'react';
import { Navigate } from 'react-router-dom';
import { KnownPublication } from '../api/usePublication';
import { publicationRouteRef } from '../routes';
import { placeOf } from './placeOf';
import { publicationTabs } from './publicationTabs';
import { TabNotForCaller } from './TabNotForCaller';

export interface TabBodyProps {
  publication: KnownPublication;
  tab: string;
}

/** The part of a publication's page that the address names. */
export function TabBody({ publication, tab }: TabBodyProps) {
  const publicationPath = useRouteRef(publicationRouteRef);
  const shown = publicationTabs.find(({ id }) => id === tab);
  const overview = publicationPath({
    ...placeOf(publication),
    tab: 'overview',
  });
  if (!shown) {
    return <Navigate to={overview} replace />;
  }
  if (!shown.isFor(publication)) {
    return <TabNotForCaller publication={publication} overview={overview} />;
  }
  return (
    // What fails in one part leaves the ways to the others.
    <ErrorBoundary key={shown.id}>
      <Suspense fallback={<Progress />}>
        <shown.Body publication={publication} />
      </Suspense>
    </ErrorBoundary>
  );
}
