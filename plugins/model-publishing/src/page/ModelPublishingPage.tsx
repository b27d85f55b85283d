import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { QueryProvider } from '../api/QueryProvider';
import { Models } from '../models/Models';
import { PublishedModels } from '../published/PublishedModels';
import { useTexts } from '../translation/useTexts';

/** The page of the old frontend system, which draws header and tabs by itself. */
export function ModelPublishingPage() {
  const t = useTexts();
  return (
    <QueryProvider>
      <Page themeId="tool">
        <Header title={t('page.title')} subtitle={t('page.subtitle')} />
        <TabbedLayout>
          <TabbedLayout.Route path="/published" title={t('page.published')}>
            <PublishedModels />
          </TabbedLayout.Route>
          <TabbedLayout.Route path="/models" title={t('page.models')}>
            <Models />
          </TabbedLayout.Route>
        </TabbedLayout>
      </Page>
    </QueryProvider>
  );
}
