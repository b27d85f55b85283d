/** Finds out which Groups a user belongs to. */
export interface MembershipReader {
  /**
   * Refs of the user and of all Groups above, direct and nested.
   *
   * @throws ServiceUnavailableError when that cannot be known
   */
  claimsOf(userRef: string): Promise<string[]>;
}
