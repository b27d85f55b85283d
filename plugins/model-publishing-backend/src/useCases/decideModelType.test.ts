import { Upstream } from '../models/Upstream';
import { aConfig } from '../__testUtils__/aPortal';
import { decideModelType } from './decideModelType';

const upstream: Upstream = {
  hostname: 'tiny-predictor.tenant-a.svc.cluster.local',
  port: 80,
  hostHeader: undefined,
  servedName: 'tiny',
  protocol: 'v1',
  openaiPrefix: 'v1',
};
const guessed = {
  modelType: 'traditional' as const,
  modelTypeRule: 'nothing is known',
  isTypeGuessed: true,
  ready: true,
  upstream: { ok: true as const, upstream },
};

function decide(
  answer: boolean | undefined,
  {
    liveProbe = true,
    model = {},
    modelType,
  }: {
    liveProbe?: boolean;
    model?: Partial<Parameters<typeof decideModelType>[2]>;
    modelType?: 'openai' | 'traditional';
  } = {},
) {
  const speaksOpenai = jest.fn(async () => answer);
  const openai = { ...aConfig.openai, liveProbe };
  const decided = decideModelType(
    { config: { ...aConfig, openai }, modelProbe: { speaksOpenai } },
    { modelType },
    { ...guessed, ...model },
  );
  return { decided, speaksOpenai };
}

describe('decideModelType', () => {
  it.each([
    [true, 'openai', /its server answers GET \/v1\/models in OpenAI/],
    [false, 'traditional', /its server does not answer GET \/v1\/models/],
    [undefined, 'traditional', /nothing is known, and its server did not/],
  ])(
    'asks the server where there is but a guess: %s makes it %s',
    async (answer, modelType, rule) => {
      await expect(decide(answer).decided).resolves.toEqual({
        modelType,
        rule: expect.stringMatching(rule),
      });
    },
  );

  it.each([
    ['the platform does not allow it', { liveProbe: false }],
    ['the type is known', { model: { isTypeGuessed: false } }],
    ['the model is not ready', { model: { ready: false } }],
    [
      'requests must not be sent to the model',
      { model: { upstream: { ok: false as const, reason: '', message: '' } } },
    ],
  ])('asks nobody when %s', async (_, options) => {
    const { decided, speaksOpenai } = decide(true, options);
    await expect(decided).resolves.toEqual({
      modelType: 'traditional',
      rule: 'nothing is known',
    });
    expect(speaksOpenai).not.toHaveBeenCalled();
  });

  it('does as the request says before all else', async () => {
    const { decided, speaksOpenai } = decide(false, { modelType: 'openai' });
    await expect(decided).resolves.toEqual({
      modelType: 'openai',
      rule: 'the request says so',
    });
    expect(speaksOpenai).not.toHaveBeenCalled();
  });
});
