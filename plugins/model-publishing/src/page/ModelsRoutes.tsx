import { Progress } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Models } from '../models/Models';

/** The wizard brings what forms need, which is loaded when somebody publishes. */
const ChooseModel = lazy(() =>
  import('../wizard/ChooseModel').then(m => ({ default: m.ChooseModel })),
);
const PublishWizard = lazy(() =>
  import('../wizard/PublishWizard').then(m => ({ default: m.PublishWizard })),
);

/** What lies below the tab "Models": the list, and the steps of publishing one. */
export function ModelsRoutes() {
  return (
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route index element={<Models />} />
        <Route path="publish" element={<ChooseModel />} />
        <Route
          path="publish/:cluster/:tenant/:model/:step"
          element={<PublishWizard />}
        />
      </Routes>
    </Suspense>
  );
}
