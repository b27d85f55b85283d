import { isDeepStrictEqual } from 'node:util';
import { ObjectKey, ObjectStore } from '../../kubernetes/ObjectStore';
import { aiGroup, aiManager } from './aiKinds';

/** Keeps a deleted object of the AI Gateway until its controller has seen that. */
const finalizer = 'aigateway.envoyproxy.io/finalizer';

/** Puts the finalizer on an object, or takes it off one that is being deleted. Answers whether the object stays. */
export function holdFinalizer(
  store: ObjectStore,
  { plural, namespace, name }: Omit<ObjectKey, 'group'>,
): boolean {
  const live = store.get(plural, aiGroup, namespace, name);
  if (!live) {
    return false;
  }
  const { finalizers = [], deletionTimestamp } = live.metadata;
  const others = finalizers.filter(each => each !== finalizer);
  const wanted = deletionTimestamp ? others : [...others, finalizer];
  if (!isDeepStrictEqual(finalizers, wanted)) {
    const metadata = { ...live.metadata, finalizers: wanted };
    store.write({ ...live, metadata }, aiManager);
  }
  return !deletionTimestamp;
}
