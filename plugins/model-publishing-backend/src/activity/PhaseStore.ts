import { Phase } from '@inference-portal/plugin-model-publishing-common';
import { Knex } from 'knex';
import { PHASES } from './activityTables';

/** Which phase of each publication was told last, by whichever replica. */
export interface PhaseStore {
  /** By uid of the publication. */
  readAll(): Promise<Map<string, string>>;
  /** Of several replicas that see the same change, it is one's: the one that is answered true. */
  change(uid: string, phase: Phase): Promise<boolean>;
}

/** Decides it by single conditional writes in the plugin's database. */
export class DatabasePhaseStore implements PhaseStore {
  readonly #database: Knex;

  constructor(database: Knex) {
    this.#database = database;
  }

  async readAll(): Promise<Map<string, string>> {
    const rows: Array<{ uid: string; phase: string }> = await this.#database(
      PHASES,
    ).select('uid', 'phase');
    return new Map(rows.map(({ uid, phase }) => [uid, phase]));
  }

  async change(uid: string, phase: Phase): Promise<boolean> {
    const changed = await this.#database(PHASES)
      .where({ uid })
      .andWhereNot({ phase })
      .update({ phase });
    if (changed > 0) {
      return true;
    }
    const added: unknown[] = await this.#database(PHASES)
      .insert({ uid, phase })
      .onConflict('uid')
      .ignore()
      .returning('uid');
    return added.length > 0;
  }
}
