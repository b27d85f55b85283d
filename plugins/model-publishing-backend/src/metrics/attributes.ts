/** OpenTelemetry's name for the attribute with the name of a Kubernetes cluster. */
export const CLUSTER = 'k8s.cluster.name';
