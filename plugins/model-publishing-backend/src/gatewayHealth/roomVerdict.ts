import { bad, good, Verdict } from '../conditions/Verdict';
import { megabytes } from '../room/megabytes';
import { SHARES } from '../room/shares';

/** Whether the message to the AI Gateway has room for more; see `messageSizeOf`. */
export function roomVerdict(size: number, most: number): Verdict {
  const used = `${megabytes(size)} of ${megabytes(
    most,
  )} that Envoy Gateway may hand to the AI Gateway are used`;
  if (size > most * SHARES.replaced) {
    return bad('NoRoom', `${used}: not even keys can be replaced`);
  }
  return size > most * SHARES.added
    ? bad('NoRoom', `${used}: nothing more can be published, and no key added`)
    : good('Room', used);
}
