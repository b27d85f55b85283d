export interface Config {
  sandbox?: {
    signIn?: {
      /**
       * Users that anybody may sign in as, without a password. For the sandbox and for tests only: the backend does
       * not start with such a list in production.
       * @deepVisibility frontend
       */
      users?: Array<{
        /** Entity ref of a User in the catalog. */
        userEntityRef: string;
        /** Name on the sign-in page. */
        title: string;
        /** What this user may do, in one sentence. */
        description?: string;
      }>;
    };
  };
}
