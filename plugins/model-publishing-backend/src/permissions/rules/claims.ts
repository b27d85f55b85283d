import { z } from 'zod';

/** Refs as in `user.info.ownershipEntityRefs`: of a user and the Groups that the sign-in names. */
export const claimsSchema = z.object({
  claims: z
    .array(z.string())
    .describe('Entity refs, of which one must be an owner'),
});
export type Claims = z.infer<typeof claimsSchema>;

/** Whether one of the claims is among the owners; refs do not depend on case. */
export function hasOwner(owners: string[], claims: string[]): boolean {
  return claims.some(claim => owners.includes(claim.toLowerCase()));
}
