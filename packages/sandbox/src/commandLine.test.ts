import { parseCommandLine } from './commandLine';

describe('parseCommandLine', () => {
  it('has defaults for everything', () => {
    expect(parseCommandLine([])).toEqual({
      apiPort: 6480,
      gatewayPort: 10080,
      modelsPort: 0,
      metricsPort: 0,
      prometheusPort: 6490,
      stateDirectory: undefined,
      reset: false,
      globalRateLimit: true,
      aiGateway: true,
      processorIntervalMs: 5000,
      scrapeIntervalMs: 2000,
    });
  });

  it('reads every option', () => {
    const args =
      '--api-port 1 --gateway-port 2 --models-port 3 --metrics-port 4 --prometheus-port 5 --state-directory here --reset --no-global-rate-limit --no-ai-gateway --processor-interval 1000 --scrape-interval 500';
    expect(parseCommandLine(args.split(' '))).toEqual({
      apiPort: 1,
      gatewayPort: 2,
      modelsPort: 3,
      metricsPort: 4,
      prometheusPort: 5,
      stateDirectory: 'here',
      reset: true,
      globalRateLimit: false,
      aiGateway: false,
      processorIntervalMs: 1000,
      scrapeIntervalMs: 500,
    });
  });

  it.each([
    ['--api-port', 'x'],
    ['--gateway-port', '70000'],
    ['--metrics-port', '-1'],
    ['--prometheus-port', '65536'],
    ['--scrape-interval', '0'],
    ['--processor-interval', '0'],
    ['--processor-interval', '1s'],
    ['--nothing', '1'],
  ])('refuses %s %s', (...args) => {
    expect(() => parseCommandLine(args)).toThrow(args[0]);
  });
});
