import { aCustomHostname, aGateway, aState } from '../__testUtils__/builders';
import { PublicationState } from '../state/PublicationState';
import { neededHostnames } from './neededHostnames';

const gateway = aGateway({
  hostnames: {
    ...aGateway().hostnames,
    custom: [
      aCustomHostname({ hostname: 'a.example' }),
      aCustomHostname({ hostname: '*.b.example' }),
      aCustomHostname({ hostname: 'x.b.example' }),
    ],
  },
});
const on = (publicHostname: string): PublicationState => {
  const state = aState();
  return {
    ...state,
    configuration: { ...state.configuration, publicHostname },
  };
};
const address = { publicHostname: 'a.example', externalPath: '/m' };

describe('neededHostnames', () => {
  it.each<[string, PublicationState[], string[]]>([
    ['none for the platform’s own', [aState()], []],
    ['the one that is published on', [on('a.example')], ['a.example']],
    ['each once', [on('a.example'), on('a.example')], ['a.example']],
    ['a wildcard for a name below it', [on('y.b.example')], ['*.b.example']],
    ['the more specific one', [on('x.b.example')], ['x.b.example']],
    [
      'those of former addresses',
      [{ ...aState(), intent: 'moving', retiring: [address] }],
      ['a.example'],
    ],
    [
      'those that are about to be used',
      [
        {
          ...aState(),
          reservation: { ...address, since: '2026-01-01T12:00:00.000Z' },
        },
      ],
      ['a.example'],
    ],
    [
      'none for what is being taken away',
      [{ ...on('a.example'), intent: 'deleting' }],
      [],
    ],
  ])('are %s', (_, states, hostnames) => {
    const needed = neededHostnames(states, gateway);
    expect(needed.map(({ hostname }) => hostname)).toEqual(hostnames);
  });
});
