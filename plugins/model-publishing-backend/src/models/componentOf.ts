import { InferenceServiceSpec } from '../cluster/resources/InferenceService';

interface Container {
  image?: string;
  args?: string[];
}

/** A component of an InferenceService, as far as it is read here: a model on a runtime, or own containers. */
export interface Component {
  name: 'predictor' | 'transformer';
  containers: Container[];
  /** Arguments of the model server, wherever they are written. */
  args: string[];
}

/** The component that requests go to first. */
export function entryPointOf(spec: InferenceServiceSpec): Component {
  return spec.transformer
    ? {
        name: 'transformer',
        ...partsOf(spec.transformer as InferenceServiceSpec['predictor']),
      }
    : predictorOf(spec);
}

/** The component that serves the model. */
export function predictorOf(spec: InferenceServiceSpec): Component {
  return { name: 'predictor', ...partsOf(spec.predictor) };
}

function partsOf({
  model,
  containers = [],
}: NonNullable<InferenceServiceSpec['predictor']> = {}) {
  const args = containers.flatMap(container => container.args ?? []);
  return { containers, args: [...(model?.args ?? []), ...args] };
}

/** Value of a command line argument, written `--name=value` or `--name value`. The last one counts. */
export function argumentOf(name: string, args: string[]): string | undefined {
  const index = args.findLastIndex(
    arg => arg === name || arg.startsWith(`${name}=`),
  );
  const found = args[index];
  return found === name ? args[index + 1] : found?.slice(name.length + 1);
}
