import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { ModelsRoutes } from '../page/ModelsRoutes';
import { renderWithBackend } from './renderWithBackend';

/** Opens the wizard for tenant-a's model, as a link to one of its steps does. */
export function openWizard(step: string, model = 'iris') {
  return renderWithBackend(
    <Routes>
      <Route path="/model-publishing/models/*" element={<ModelsRoutes />} />
      <Route path="*" element={<>Elsewhere</>} />
    </Routes>,
    `/model-publishing/models/publish/sandbox/tenant-a/${model}/${step}`,
  );
}

/** Waits for a step of the wizard to be shown; gives its heading. */
export function atStep(heading: string): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 3, name: heading });
}
