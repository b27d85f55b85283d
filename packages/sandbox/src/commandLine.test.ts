import { parseCommandLine } from './commandLine';

describe('parseCommandLine', () => {
  it('has defaults for everything', () => {
    expect(parseCommandLine([])).toEqual({
      apiPort: 6480,
      gatewayPort: 10080,
      modelsPort: 0,
      stateDirectory: undefined,
      reset: false,
      globalRateLimit: true,
    });
  });

  it('reads every option', () => {
    const args =
      '--api-port 1 --gateway-port 2 --models-port 3 --state-directory here --reset --no-global-rate-limit';
    expect(parseCommandLine(args.split(' '))).toEqual({
      apiPort: 1,
      gatewayPort: 2,
      modelsPort: 3,
      stateDirectory: 'here',
      reset: true,
      globalRateLimit: false,
    });
  });

  it.each([
    ['--api-port', 'x'],
    ['--gateway-port', '70000'],
    ['--nothing', '1'],
  ])('refuses %s %s', (...args) => {
    expect(() => parseCommandLine(args)).toThrow(args[0]);
  });
});
