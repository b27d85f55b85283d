import { serveSeededModels } from './serveSeededModels';

/** Serves the models that the arguments name, until it is told to end. */
async function main(): Promise<void> {
  const { models, close } = await serveSeededModels(process.argv.slice(2));
  process.stdout.write(`${JSON.stringify({ ready: true, models })}\n`);
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
