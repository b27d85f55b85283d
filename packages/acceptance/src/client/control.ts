import { z } from 'zod';
import { target } from './target';

/** Asks the processes of the global set-up for something (ControlServer). */
export async function control(path: string): Promise<unknown> {
  const response = await fetch(target.controlUrl + path);
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
}

/** The same, for a number. */
export async function counted(path: string): Promise<number> {
  return z.object({ count: z.number() }).parse(await control(path)).count;
}
