import { ExpectedObject, ParityNames } from './ParityCase';
import { find, ParityTarget } from './ParityTarget';

/** Compares an object of the cluster with the fields that it must have, or requires that it is not there. */
export async function requireObject(
  target: ParityTarget,
  { namespace }: ParityNames,
  { apiVersion, kind, name, fields }: ExpectedObject,
): Promise<void> {
  const metadata = { name, namespace };
  const object = await find(target, { apiVersion, kind, metadata });
  if (fields === null) {
    expect(object).toBeUndefined();
  } else {
    expect(object).toMatchObject(fields);
  }
}
