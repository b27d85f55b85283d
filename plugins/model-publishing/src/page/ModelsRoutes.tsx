import { Route, Routes } from 'react-router-dom';
import { Models } from '../models/Models';
import { ChooseModel } from '../wizard/ChooseModel';
import { PublishWizard } from '../wizard/PublishWizard';

/** What lies below the tab "Models": the list, and the steps of publishing one. */
export function ModelsRoutes() {
  return (
    <Routes>
      <Route index element={<Models />} />
      <Route path="publish" element={<ChooseModel />} />
      <Route
        path="publish/:cluster/:tenant/:model/:step"
        element={<PublishWizard />}
      />
    </Routes>
  );
}
