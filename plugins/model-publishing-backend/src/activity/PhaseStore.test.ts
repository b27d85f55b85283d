import { describeOnDatabases } from '../__testUtils__/describeOnDatabases';
import { DatabasePhaseStore } from './PhaseStore';

describeOnDatabases('a phase', database => {
  /** Whether each of three replicas is told that the change is its own. */
  const change = (phase: 'Published' | 'Degraded') =>
    Promise.all(
      Array.from({ length: 3 }, () =>
        new DatabasePhaseStore(database()).change('one', phase),
      ),
    );

  it('is one replica’s to tell, the first time and each time that it changes', async () => {
    for (const phase of ['Published', 'Degraded', 'Published'] as const) {
      const isTheirs = await change(phase);
      expect(isTheirs.filter(Boolean)).toHaveLength(1);
    }
    const again = await change('Published');
    expect(again).toEqual([false, false, false]);
    const all = await new DatabasePhaseStore(database()).readAll();
    expect([...all]).toEqual([['one', 'Published']]);
  });
});
