import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { QueryProvider } from '../api/QueryProvider';
import { Gateways } from '../gateways/Gateways';
import { AccessRequests } from '../requests/AccessRequests';
import { useTexts } from '../translation/useTexts';
import { ModelsRoutes } from './ModelsRoutes';
import { PublishedRoutes } from './PublishedRoutes';

/** The page of the old frontend system, which draws header and tabs by itself. */
export function ModelPublishingPage() {
  const t = useTexts();
  return (
    <QueryProvider>
      <Page themeId="tool">
        <Header title={t('page.title')} subtitle={t('page.subtitle')} />
        <TabbedLayout>
          <TabbedLayout.Route path="/published" title={t('page.published')}>
            <PublishedRoutes />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/models" title={t('page.models')}>
            <ModelsRoutes />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/requests" title={t('page.requests')}>
            <AccessRequests />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/gateways" title={t('page.gateways')}>
            <Gateways />
          </TabbedLayout.Route>
        </TabbedLayout>
      </Page>
    </QueryProvider>
  );
}
