import { z } from 'zod';

const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
const HOSTNAME = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const IPV4 = /^\d+(\.\d+){3}$/;

/** A public hostname of a publication: lower-case DNS name, no wildcard, no IP address, no port. */
export const hostnameSchema = z
  .string()
  .max(253, 'must be at most 253 characters')
  .refine(value => HOSTNAME.test(value) && !IPV4.test(value), {
    message:
      'must be a lower-case DNS name such as "models.example.org", without wildcard, IP address or port',
  });
