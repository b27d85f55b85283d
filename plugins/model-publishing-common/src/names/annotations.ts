/** Labels and annotations of this product on Kubernetes objects and catalog entities. */

/** Entity annotation that names a model: `[<cluster>/]<namespace>/<name>`. It only points; it proves no right. */
export const MODEL_ANNOTATION = 'inference-portal.io/model';

/** Label of records in tenant namespaces, with the value `"true"`. */
export const RECORD_LABEL = 'inference-portal.io/record';

export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';
export const MANAGED_BY = 'model-publishing';
export const INSTANCE_LABEL = 'inference-portal.io/instance';
export const PUBLICATION_LABEL = 'inference-portal.io/publication';
export const TENANT_LABEL = 'inference-portal.io/tenant';
export const MODEL_LABEL = 'inference-portal.io/model';
export const COMPONENT_LABEL = 'inference-portal.io/component';

/** Who asked for a publication: an entity ref or a service subject. */
export const OWNER_ANNOTATION = 'inference-portal.io/owner';
/** Version of the rendering code; a replica never rewrites an object with a higher one. */
export const RENDER_VERSION_ANNOTATION = 'inference-portal.io/render-version';
/** Outcome of the last check of a record, written for its reader, never read back. */
export const RECORD_STATUS_ANNOTATION = 'inference-portal.io/status';

/** Annotation of Groups that names the tenants they own: comma-separated `[<cluster>/]<namespace>`. */
export const TENANTS_ANNOTATION = 'inference-portal.io/tenants';
