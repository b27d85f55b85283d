import { knownSpans } from './knownSpans';

const at = (time: string) => new Date(`2026-03-04T${time}:00.000Z`);
const range = { from: at('10:00'), to: at('14:00'), step: 'hour' as const };
const longAgo = new Date(0);

describe('knownSpans', () => {
  it.each([
    [
      'has every span, and no more, while all is known',
      { since: longAgo, asOf: at('20:00'), keptSince: longAgo },
      ['10:00', '11:00', '12:00', '13:00'],
    ],
    [
      'begins with the span in which counting began',
      { since: at('11:30'), asOf: at('20:00'), keptSince: longAgo },
      ['11:00', '12:00', '13:00'],
    ],
    [
      'has nothing of the span that ended as counting began',
      { since: at('12:00'), asOf: at('20:00'), keptSince: longAgo },
      ['12:00', '13:00'],
    ],
    [
      'ends with the span of the last scrape',
      { since: longAgo, asOf: at('12:10'), keptSince: longAgo },
      ['10:00', '11:00', '12:00'],
    ],
    [
      'has nothing of a span that begins with the last scrape',
      { since: longAgo, asOf: at('12:00'), keptSince: longAgo },
      ['10:00', '11:00'],
    ],
    [
      'leaves out spans of which a part may be dropped already',
      { since: longAgo, asOf: at('20:00'), keptSince: at('11:01') },
      ['12:00', '13:00'],
    ],
    [
      'has no span of what was published after the last scrape',
      { since: at('12:20'), asOf: at('12:00'), keptSince: longAgo },
      [],
    ],
  ])('%s', (_, known, expected) => {
    expect(knownSpans(range, known)).toEqual(expected.map(at));
  });
});
