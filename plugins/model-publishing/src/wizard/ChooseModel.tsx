import { Models } from '../models/Models';

/** The first step of publishing: which model. */
export function ChooseModel() {
  return <Models />;
}
