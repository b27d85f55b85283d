import { z } from 'zod';

const BYTES = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** A number of bytes as Kubernetes writes it, in Ki, Mi or Gi. */
export const quantitySchema = (example: string) =>
  z
    .string()
    .regex(
      /^[1-9]\d{0,8}(Ki|Mi|Gi)$/,
      `must be a quantity such as "${example}"`,
    );

/** What such a quantity is in bytes. */
export function bytesOf(quantity: string): number {
  const unit = Object.entries(BYTES).find(([name]) => quantity.endsWith(name));
  return parseInt(quantity, 10) * (unit?.[1] ?? 1);
}
