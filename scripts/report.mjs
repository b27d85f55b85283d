/** Tells the person at the terminal something. @param {string} line */
export function report(line) {
  process.stdout.write(`${line}\n`);
}
