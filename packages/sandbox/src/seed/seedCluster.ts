import { NewObject, ObjectStore } from '../kubernetes/ObjectStore';
import {
  brokenInferenceService,
  componentsOf,
  readyInferenceService,
} from './inferenceServices';
import { llmService, readyLlmInferenceService } from './languageModels';
import { platformObjects, seededModels } from './seedObjects';
import { componentService } from './services';

const plurals: Record<string, string> = {
  Namespace: 'namespaces',
  GatewayClass: 'gatewayclasses',
  Gateway: 'gateways',
  InferenceService: 'inferenceservices',
  LLMInferenceService: 'llminferenceservices',
  Service: 'services',
  ConfigMap: 'configmaps',
};

/** Creates an object unless it is there, and answers its uid. */
function ensure(store: ObjectStore, object: NewObject): string {
  const { kind, apiVersion, metadata } = object;
  const [group = ''] = apiVersion.includes('/') ? apiVersion.split('/') : [];
  const stored = store.get(
    plurals[kind] ?? '',
    group,
    metadata.namespace,
    metadata.name ?? '',
  );
  return (stored ?? store.create(object, 'sandbox-seed')).metadata.uid;
}

/**
 * Puts the platform and the example models into a cluster. What is already there stays as it is, so seeding an
 * existing state directory changes nothing.
 */
export function seedCluster(
  store: ObjectStore,
  platform: { globalRateLimit: boolean },
): void {
  platformObjects(platform).forEach(object => ensure(store, object));
  for (const model of seededModels.ready) {
    const uid = ensure(store, readyInferenceService(model));
    componentsOf(model).forEach(component =>
      ensure(store, componentService(model, component, uid)),
    );
  }
  for (const model of seededModels.llm) {
    const uid = ensure(store, readyLlmInferenceService(model));
    ensure(store, llmService(model, uid));
  }
  for (const model of seededModels.broken) {
    ensure(store, brokenInferenceService(model));
  }
}
