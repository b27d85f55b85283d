/** Problems follow the name of their field in messages; below the field they stand alone. */
export function sentence(problem: string): string {
  return problem.charAt(0).toLocaleUpperCase() + problem.slice(1);
}
