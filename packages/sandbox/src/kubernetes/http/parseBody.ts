import { parse as parseYaml } from 'yaml';
import { badRequest } from '../errors/statusErrors';

/** Reads JSON or YAML. Throws 400 for anything else. */
export function parseBody(text: string): unknown {
  try {
    return /^\s*[[{]/.test(text) ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    throw badRequest(
      `the body of the request is neither JSON nor YAML: ${error}`,
    );
  }
}
