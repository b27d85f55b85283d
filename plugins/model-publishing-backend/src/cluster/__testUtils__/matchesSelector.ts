import { KubernetesObject } from '../defineResource';

const REQUIREMENT = /^([\w./-]+)(?:==?([\w.-]*))?$/;

/** Whether an object has the labels of a selector such as `a=b,c`. Other forms are not understood, and an error. */
export function matchesSelector(
  { metadata: { labels = {} } }: KubernetesObject,
  selector: string | undefined,
): boolean {
  return (selector ? selector.split(',') : []).every(requirement => {
    const [, label, value] = REQUIREMENT.exec(requirement) ?? [];
    if (label === undefined) {
      throw new Error(`Label selector "${requirement}" is not understood`);
    }
    return value === undefined ? label in labels : labels[label] === value;
  });
}
