import {
  Content,
  EmptyState,
  Header,
  Page,
  ProxiedSignInPage,
} from '@backstage/core-components';
import {
  configApiRef,
  IdentityApi,
  useApi,
} from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import Typography from '@material-ui/core/Typography';
import { useCallback, useState } from 'react';
import { chosenUser } from './chosenUser';
import { readSandboxUsers } from './SandboxUser';
import { SandboxUserChooser } from './SandboxUserChooser';
import { SignInFailed } from './SignInFailed';

/** Asks who the visitor wants to be, then signs in through the backend's `sandbox` provider. */
export function SandboxSignInPage({ onSignInSuccess }: SignInPageProps) {
  const config = useApi(configApiRef);
  const users = readSandboxUsers(config);
  const [userEntityRef, setUserEntityRef] = useState(chosenUser.read);

  const choose = (chosen: string) => {
    chosenUser.write(chosen);
    setUserEntityRef(chosen);
  };
  const forget = useCallback(() => {
    chosenUser.clear();
    setUserEntityRef(undefined);
  }, []);
  const succeed = (identity: IdentityApi) =>
    onSignInSuccess(forgettingOnSignOut(identity));

  if (
    userEntityRef &&
    users.some(user => user.userEntityRef === userEntityRef)
  ) {
    return (
      <ProxiedSignInPage
        provider="sandbox"
        headers={{ 'x-sandbox-user': userEntityRef }}
        onSignInSuccess={succeed}
        ErrorComponent={({ error }) => (
          <SignInFailed error={error} onRetry={forget} />
        )}
      />
    );
  }
  return (
    <Page themeId="home">
      <Header title={config.getOptionalString('app.title') ?? 'Portal'} />
      <Content>
        {users.length > 0 ? (
          <>
            <Typography variant="h4" component="h1" gutterBottom>
              Who do you want to be?
            </Typography>
            <Typography paragraph>
              These are example users of the sandbox. They need no password, and
              each browser tab can hold another one.
            </Typography>
            <SandboxUserChooser users={users} onChoose={choose} />
          </>
        ) : (
          <EmptyState
            missing="info"
            title="No way to sign in is configured"
            description="Add a sign-in page for your auth provider to the app, or start the sandbox with npm start."
          />
        )}
      </Content>
    </Page>
  );
}

/** Signing out leads back to the chooser instead of signing the same user in again. */
function forgettingOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    getProfileInfo: () => identity.getProfileInfo(),
    async signOut() {
      chosenUser.clear();
      await identity.signOut();
    },
  };
}
