import { PublicationState } from '../state/PublicationState';
import { StateStore } from '../state/StateStore';
import { KeyRecord } from './Keyring';

/** A key, and the publication whose keyring holds it. */
export interface IndexedKey {
  key: KeyRecord;
  publication: PublicationState;
}

/** The keys of all publications of one gateway by their id, as last seen. A look-up costs the same however many there are. */
export class KeyIndex {
  readonly #keys = new Map<string, IndexedKey>();
  /** Ids of the keys of each publication, by its id. */
  readonly #idsOf = new Map<string, string[]>();

  constructor(states: Pick<StateStore, 'list' | 'onChange'>) {
    states.list().forEach(state => this.#replace(state.id, state));
    states.onChange((id, state) => this.#replace(id, state));
  }

  find(keyId: string): IndexedKey | undefined {
    return this.#keys.get(keyId);
  }

  #replace(id: string, publication: PublicationState | undefined): void {
    this.#idsOf.get(id)?.forEach(keyId => this.#keys.delete(keyId));
    this.#idsOf.delete(id);
    if (publication) {
      const { keyring } = publication;
      keyring.forEach(key => this.#keys.set(key.id, { key, publication }));
      this.#idsOf.set(
        id,
        keyring.map(key => key.id),
      );
    }
  }
}
