import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

/** What the process is asked to do; a port of 0 is any free one. */
export interface CommandLine {
  readonly apiPort: number;
  readonly gatewayPort: number;
  readonly modelsPort: number;
  readonly metricsPort: number;
  readonly prometheusPort: number;
  /** Where the cluster's objects are kept; absent: in memory. */
  readonly stateDirectory?: string;
  readonly reset: boolean;
  readonly globalRateLimit: boolean;
  readonly aiGateway: boolean;
  /** How long a new OpenAI-compatible model answers 500 at most. */
  readonly processorIntervalMs: number;
  /** Between two looks of the sandbox's Prometheus at what has been counted. */
  readonly scrapeIntervalMs: number;
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InputError(
      `--${name} must be a port from 0 (any free one) to 65535, not "${text}"`,
    );
  }
  return port;
}

function millisecondsOf(name: string, text: string): number {
  const milliseconds = Number(text);
  if (!/^\d+$/.test(text) || milliseconds < 1 || milliseconds > 3_600_000) {
    throw new InputError(
      `--${name} must be a number of milliseconds from 1 to 3600000, not "${text}"`,
    );
  }
  return milliseconds;
}

/**
 * Reads the arguments of the sandbox process.
 *
 * @throws InputError with a sentence for the user when an argument is unknown or malformed.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const values = readValues(args);
  return {
    apiPort: portOf('api-port', values['api-port']),
    gatewayPort: portOf('gateway-port', values['gateway-port']),
    modelsPort: portOf('models-port', values['models-port']),
    metricsPort: portOf('metrics-port', values['metrics-port']),
    prometheusPort: portOf('prometheus-port', values['prometheus-port']),
    stateDirectory: values['state-directory'],
    reset: values.reset,
    globalRateLimit: !values['no-global-rate-limit'],
    aiGateway: !values['no-ai-gateway'],
    processorIntervalMs: millisecondsOf(
      'processor-interval',
      values['processor-interval'],
    ),
    scrapeIntervalMs: millisecondsOf(
      'scrape-interval',
      values['scrape-interval'],
    ),
  };
}

function readValues(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'api-port': { type: 'string', default: '6480' },
        'gateway-port': { type: 'string', default: '10080' },
        'models-port': { type: 'string', default: '0' },
        'metrics-port': { type: 'string', default: '0' },
        'prometheus-port': { type: 'string', default: '6490' },
        'state-directory': { type: 'string' },
        reset: { type: 'boolean', default: false },
        'no-global-rate-limit': { type: 'boolean', default: false },
        'no-ai-gateway': { type: 'boolean', default: false },
        'processor-interval': { type: 'string', default: '5000' },
        'scrape-interval': { type: 'string', default: '2000' },
      },
    }).values;
  } catch (error) {
    throw new InputError('The sandbox does not know this argument', error);
  }
}
