import { configApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { SandboxSignInPage } from './SandboxSignInPage';

describe('SandboxSignInPage', () => {
  it('says that nobody can sign in where no users are configured', async () => {
    const config = mockApis.config({ data: { app: { title: 'Test portal' } } });
    renderInTestApp(
      <TestApiProvider apis={[[configApiRef, config]]}>
        <SandboxSignInPage onSignInSuccess={() => {}} />
      </TestApiProvider>,
    );

    expect(
      await screen.findByText('No way to sign in is configured'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
