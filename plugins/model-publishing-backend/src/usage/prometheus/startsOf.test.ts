import { startsOf } from './startsOf';

describe('startsOf', () => {
  it('goes by the newest uptime of the process', () => {
    // Scraped every 2 s, set every 5 s.
    const uptimes = [
      { at: 1_000_432, value: 720 },
      { at: 1_002_432, value: 720 },
      { at: 1_004_432, value: 725 },
    ];
    expect(startsOf(uptimes)).toEqual(
      uptimes.map(({ at }) => ({ at, startedAt: 279_432 })),
    );
  });

  it('knows a process from the one before by its uptime', () => {
    expect(
      startsOf([
        { at: 100_000, value: 90 },
        { at: 110_000, value: 5 },
        { at: 120_000, value: 16 },
        { at: 130_000, value: 0 },
      ]),
    ).toEqual([
      { at: 100_000, startedAt: 10_000 },
      { at: 110_000, startedAt: 104_000 },
      { at: 120_000, startedAt: 104_000 },
      { at: 130_000, startedAt: 130_000 },
    ]);
  });

  it('knows nothing without samples', () => {
    expect(startsOf([])).toEqual([]);
  });
});
