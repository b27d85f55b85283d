/** Who calls, with everything that tenancy may be decided by. */
export type Principal = {
  /** For the audit log and `createdBy`: an entity ref or a service subject. */
  name: string;
  /** Refs that may own a tenant: of the user and all Groups above, or of the owners a service stands for. */
  claims: string[];
} & ({ kind: 'user' } | { kind: 'service' });
