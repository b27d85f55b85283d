import { aState } from '../__testUtils__/builders';
import { parseStateSecret, stateSecretOf } from './stateSecret';

const options = { namespace: 'model-gateway', instanceId: 'portal' };

function secretOf(state: object) {
  const data = Buffer.from(JSON.stringify(state)).toString('base64');
  return { metadata: { name: 'state' }, data: { state: data } };
}

describe('a state in its Secret', () => {
  it('is read as it was written', () => {
    const state = aState({
      limitPlaces: [
        { limit: 'burstLimit' },
        {
          limit: 'tokensPerHour',
          tenant: 'constructor',
          freedAt: '2026-01-01T12:00:00.000Z',
        },
      ],
    });
    const configuration = {
      ...state.configuration,
      rateLimiting: { perTenant: { constructor: { burstLimit: 1 } } },
    };
    const written = { ...state, configuration };
    expect(parseStateSecret(stateSecretOf(written, options))).toEqual(written);
  });

  it('has no places of limits when it was written before there were any', () => {
    const { limitPlaces: _, ...before } = aState();
    expect(parseStateSecret(secretOf(before))).toEqual(aState());
  });

  it.each([
    ['the version before', 1],
    ['this version', 2],
  ])('is read from %s as one of this version', (_, schemaVersion) =>
    expect(parseStateSecret(secretOf({ ...aState(), schemaVersion }))).toEqual({
      ...aState(),
      schemaVersion: 2,
    }),
  );

  it('is not read from a later version', () =>
    expect(() =>
      parseStateSecret(secretOf({ ...aState(), schemaVersion: 3 })),
    ).toThrow(/schemaVersion/));

  it('is refused by the name of the Secret and the field', () =>
    expect(() => parseStateSecret(secretOf({ ...aState(), id: 'x' }))).toThrow(
      /"state".*id/,
    ));
});
