/** Languages of blocks that are run. */
const RUN = ['sh', 'python', 'javascript'] as const;
/** Languages of blocks that show what the block before them prints. */
const SHOWN = ['json', 'text'] as const;
export type GuideLanguage = (typeof RUN)[number];

/** A block of the guide that is run, with the output that the guide shows for it. */
export interface GuideBlock {
  language: GuideLanguage;
  code: string;
  /** The section and the line in the file. */
  place: string;
  shown?: { as: (typeof SHOWN)[number]; text: string };
}

const isRun = (language: string): language is GuideLanguage =>
  RUN.some(known => known === language);
const isShown = (language: string): language is (typeof SHOWN)[number] =>
  SHOWN.some(known => known === language);

/**
 * All blocks of a guide, in order. Code cannot hide from this: whatever could be code in Markdown and is not one of the
 * known fences is an error.
 *
 * @throws Error for a block that would be neither run nor compared
 */
export function readGuideBlocks(markdown: string): GuideBlock[] {
  const blocks: GuideBlock[] = [];
  let section = '';
  /** A block whose output may come next. */
  let last: GuideBlock | undefined;
  let open: { language: string; lines: string[]; number: number } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const number = index + 1;
    if (open && line !== '```') {
      open.lines.push(line);
    } else if (open) {
      last = closed(open, section, last);
      if (last) {
        blocks.push(last);
      }
      open = undefined;
    } else if (line.startsWith('```')) {
      open = { language: line.slice(3), lines: [], number };
    } else if (/^\s*(`{3}|~{3})|^( {4}|\t)|<(pre|code)/.test(line)) {
      throw new Error(`Line ${number} looks like code that nobody runs`);
    } else if (line.startsWith('#')) {
      section = line.replace(/^#+ /, '');
    }
  }
  if (open) {
    throw new Error(`The block in line ${open.number} does not end`);
  }
  return blocks;
}

/** The new block, or nothing when it completes the one before. */
function closed(
  block: { language: string; lines: string[]; number: number },
  section: string,
  last: GuideBlock | undefined,
): GuideBlock | undefined {
  const { language, lines, number } = block;
  const text = lines.join('\n');
  if (isRun(language)) {
    return { language, code: text, place: `${section} (line ${number})` };
  }
  if (!isShown(language) || !last) {
    throw new Error(
      `The block in line ${number} is neither run nor output of the block before it`,
    );
  }
  last.shown = { as: language, text };
  return undefined;
}
