import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { useTheme } from '@material-ui/core/styles';
import CodeMirror, { EditorView, Prec } from '@uiw/react-codemirror';
import { useMemo } from 'react';
import { isSubmitKey } from './isSubmitKey';
import type { JsonInputProps } from './JsonField';

/** Problems are marked this long after the last key, in milliseconds. */
const LINT_DELAY_MS = 300;

/** Names are too dark for the grounds that the editor's dark theme has by itself. */
function onBlack(backgroundColor: string) {
  return Prec.highest(
    EditorView.theme({
      '&, & .cm-gutters': { backgroundColor },
      '& .cm-activeLine, & .cm-activeLineGutter': {
        backgroundColor: 'transparent',
      },
    }),
  );
}

/** A field for JSON that marks what is wrong in it. Tab leaves it, as it leaves every other field. */
export function JsonEditor({
  labelledBy,
  describedBy,
  value,
  invalid,
  takesFocus,
  onChange,
  onSubmit,
}: JsonInputProps) {
  const { palette } = useTheme();
  const extensions = useMemo(
    () => [
      json(),
      linter(jsonParseLinter(), { delay: LINT_DELAY_MS }),
      EditorView.lineWrapping,
      ...(palette.type === 'dark' ? [onBlack(palette.common.black)] : []),
      EditorView.contentAttributes.of({
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
        'aria-invalid': String(invalid),
      }),
    ],
    [labelledBy, describedBy, invalid, palette],
  );
  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      extensions={extensions}
      theme={palette.type}
      minHeight="240px"
      maxHeight="480px"
      onCreateEditor={view => takesFocus && view.focus()}
      indentWithTab={false}
      basicSetup={{ foldGutter: false, autocompletion: false }}
      onKeyDownCapture={event => {
        if (isSubmitKey(event)) {
          event.preventDefault();
          event.stopPropagation();
          onSubmit();
        }
      }}
    />
  );
}
