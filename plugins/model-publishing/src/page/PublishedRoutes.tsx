import { Navigate, Route, Routes } from 'react-router-dom';
import { PublicationPage } from '../publication/PublicationPage';
import { PublishedModels } from '../published/PublishedModels';

/** What lies below the tab "Published": the list, and the page of each publication. */
export function PublishedRoutes() {
  return (
    <Routes>
      <Route index element={<PublishedModels />} />
      <Route
        path=":cluster/:tenant/:model"
        element={<Navigate to="overview" replace />}
      />
      <Route
        path=":cluster/:tenant/:model/:tab"
        element={<PublicationPage />}
      />
    </Routes>
  );
}
