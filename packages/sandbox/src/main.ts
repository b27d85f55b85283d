import { parseCommandLine } from './commandLine';
import { startSandbox } from './startSandbox';

async function main(): Promise<void> {
  const sandbox = await startSandbox(parseCommandLine(process.argv.slice(2)));
  const { apiUrl, gatewayUrl, modelsUrl, metricsUrl, token } = sandbox;
  const urls = { apiUrl, gatewayUrl, modelsUrl, metricsUrl };
  const ready = { ready: true, ...urls, token };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  const end = async () => {
    await sandbox.close();
    process.exit(0);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
