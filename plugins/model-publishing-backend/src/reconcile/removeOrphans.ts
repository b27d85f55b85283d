import { ConflictError } from '@backstage/errors';
import {
  MODEL_LABEL,
  PUBLICATION_LABEL,
  TENANT_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { LabelledPublication } from '../labels';
import { PublicationWorkshop } from './PublicationWorkshop';
import { removeObjects } from './removePublication';

/**
 * Publications of which there are objects or claims, but no state, by a fresh read of each. The state is the first
 * thing that is written and the last that is removed, so what has none is nobody's.
 */
export async function findOrphans(
  workshop: PublicationWorkshop,
): Promise<LabelledPublication[]> {
  const { observed, claims, credentials, states } = workshop;
  const known = new Set(states.list().map(({ id }) => id));
  const candidates = new Map<string, LabelledPublication>();
  for (const { metadata } of observed.ours()) {
    const id = metadata.labels?.[PUBLICATION_LABEL];
    if (id) {
      const tenant = metadata.labels?.[TENANT_LABEL] ?? '';
      candidates.set(id, {
        id,
        tenant,
        model: metadata.labels?.[MODEL_LABEL] ?? '',
      });
    }
  }
  for (const publication of credentials.publications()) {
    candidates.set(publication.id, publication);
  }
  for (const { holder } of claims.list()) {
    candidates.set(holder.id, holder);
  }
  const orphans: LabelledPublication[] = [];
  for (const candidate of candidates.values()) {
    if (!known.has(candidate.id) && !(await states.exists(candidate))) {
      orphans.push(candidate);
    }
  }
  return orphans;
}

/**
 * Removes what is left of a publication without a state.
 *
 * @throws ConflictError when it was published again meanwhile
 */
export async function removeOrphan(
  workshop: PublicationWorkshop,
  orphan: LabelledPublication,
): Promise<void> {
  const held = workshop.claims
    .list()
    .filter(({ holder }) => holder.id === orphan.id);
  const confirm = async () => {
    if (await workshop.states.exists(orphan)) {
      throw new ConflictError(
        `Model "${orphan.model}" was published again meanwhile`,
      );
    }
  };
  await removeObjects(workshop, orphan, confirm);
  for (const { claim } of held) {
    await confirm();
    await workshop.claims.release(orphan, claim);
  }
}
