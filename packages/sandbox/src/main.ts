import { parseCommandLine } from './commandLine';
import { startSandbox } from './startSandbox';

async function main(): Promise<void> {
  const sandbox = await startSandbox(parseCommandLine(process.argv.slice(2)));
  const { store, close, ...known } = sandbox;
  const ready = { ready: true, ...known };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  const end = async () => {
    await close();
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
