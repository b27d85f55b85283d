import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Usage } from './readUsage';
import { UsageReader } from './UsageReader';

const answer = Buffer.from(
  [
    'data: {"model":"é","usage":null}',
    'data: {"model":"é","usage":{"prompt_tokens":3,"completion_tokens":5,"total_tokens":8}}',
    'data: [DONE]',
    '',
  ].join('\n\n'),
);

function listenTo() {
  const told: (Usage | string | undefined)[] = [];
  const reader = new UsageReader({
    onStart: () => told.push('start'),
    onEnd: usage => told.push(usage),
  });
  return { reader, told };
}

const usage = { input: 3, output: 5, total: 8, model: 'é' };

describe('UsageReader', () => {
  it('passes on and tells the same wherever an answer is split', async () => {
    for (let at = 1; at < answer.length; at += 1) {
      const { reader, told } = listenTo();
      const parts = [answer.subarray(0, at), answer.subarray(at)];
      const passed = await text(Readable.from(parts).pipe(reader));
      expect(passed).toBe(answer.toString());
      expect(told).toEqual(['start', usage]);
    }
  });

  it('tells the usage before the end is passed on', async () => {
    const { reader, told } = listenTo();
    reader.once('end', () => told.push('end'));
    await text(Readable.from([answer]).pipe(reader));
    expect(told).toEqual(['start', usage, 'end']);
  });

  it('tells no end of an answer that breaks off', async () => {
    const { reader, told } = listenTo();
    reader.write(answer);
    reader.destroy();
    await new Promise(resolve => reader.once('close', resolve));
    expect(told).toEqual(['start']);
  });

  it('tells of an answer without a body', async () => {
    const { reader, told } = listenTo();
    await text(Readable.from([]).pipe(reader));
    expect(told).toEqual([undefined]);
  });
});
