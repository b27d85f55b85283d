import { TestRequestSlots } from './TestRequestSlots';

const REFUSED = expect.objectContaining({ statusCode: 429 });

describe('TestRequestSlots', () => {
  it('gives each caller a few at a time', () => {
    const slots = new TestRequestSlots({ perCaller: 2, total: 10 });
    slots.take('ann');
    const giveBack = slots.take('ann');
    expect(() => slots.take('ann')).toThrow(REFUSED);
    slots.take('bob');
    giveBack();
    slots.take('ann');
    expect(() => slots.take('ann')).toThrow(REFUSED);
  });

  it('gives all callers together some at a time', () => {
    const slots = new TestRequestSlots({ perCaller: 2, total: 2 });
    const giveBack = slots.take('ann');
    slots.take('bob');
    expect(() => slots.take('eve')).toThrow(REFUSED);
    giveBack();
    slots.take('eve');
  });

  it('takes each back once only', () => {
    const slots = new TestRequestSlots({ perCaller: 1, total: 1 });
    const giveBack = slots.take('ann');
    giveBack();
    slots.take('ann');
    giveBack();
    expect(() => slots.take('ann')).toThrow(REFUSED);
    expect(() => slots.take('bob')).toThrow(REFUSED);
  });
});
