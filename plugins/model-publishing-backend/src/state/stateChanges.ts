import { isConsoleKey } from '../keys/consoleKeys';
import { KeyRecord } from '../keys/Keyring';
import { PublicationState } from './PublicationState';

/** A change of a publication, in words for a log. Key ids are no secrets. */
export interface StateChange {
  message: string;
  key?: { id: string; tenant: string };
}

/**
 * What has changed between two versions of a state; nothing where only its bookkeeping has. Without a version before it
 * was published, without one after it is gone.
 */
export function stateChanges(
  before: PublicationState | undefined,
  after: PublicationState | undefined,
): StateChange[] {
  const { model } = before ?? after ?? {};
  if (!before || !after) {
    return [{ message: `Model "${model}" was ${after ? '' : 'un'}published` }];
  }
  if (after.intent === 'deleting') {
    return before.intent === 'deleting'
      ? []
      : [{ message: `Model "${model}" is being unpublished` }];
  }
  const isUpdated =
    JSON.stringify(before.configuration) !==
    JSON.stringify(after.configuration);
  return [
    ...(isUpdated
      ? [{ message: `Published model "${model}" was updated` }]
      : []),
    ...after.keyring.flatMap(key => keyChange(before, after, key) ?? []),
  ];
}

function keyChange(
  before: PublicationState,
  after: PublicationState,
  key: KeyRecord,
): StateChange | undefined {
  const former = before.keyring.find(({ id }) => id === key.id);
  const { id, tenant } = key;
  const of = `of published model "${after.model}"`;
  if (former?.state !== 'active' && key.state === 'active') {
    const isReplacement = after.keyring.some(
      ({ replacedBy }) => replacedBy === id,
    );
    const verb = isReplacement ? 'rotated' : 'issued';
    if (isConsoleKey(key)) {
      return {
        message: `A key for the test console ${of} was issued`,
        key: { id, tenant },
      };
    }
    return { message: `A key ${of} was ${verb}`, key: { id, tenant } };
  }
  if (former?.state === 'active' && key.state === 'revoked') {
    const verb = key.revokedBecause === 'revoked' ? 'was revoked' : 'has ended';
    return { message: `A key ${of} ${verb}`, key: { id, tenant } };
  }
  return undefined;
}
