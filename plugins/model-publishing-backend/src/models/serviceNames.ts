import { Component } from './componentOf';

/** Kubernetes takes nothing else as the name of a Service, and nothing else is safe as a part of a hostname. */
const SERVICE_NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Name of the Service that KServe makes for a component of a model (gateway-facts 6.2); undefined when no Service can
 * have that name, because the model's is too long or hostile.
 */
export function serviceNameOf(
  model: string,
  component: Component['name'],
): string | undefined {
  const name = `${model}-${component}`;
  return SERVICE_NAME.test(name) ? name : undefined;
}

/** The same for the pods of an LLMInferenceService. */
export function llmServiceNameOf(model: string): string | undefined {
  const name = `${model}-kserve-workload-svc`;
  return SERVICE_NAME.test(name) ? name : undefined;
}

/**
 * The model that a Service of this name would be looked up for. By its name alone: whoever edits a Service by hand may
 * take its labels away.
 */
export function modelOfService(service: string): string | undefined {
  return /^(.+)-(?:predictor|transformer|kserve-workload-svc)$/.exec(
    service,
  )?.[1];
}
