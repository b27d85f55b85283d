import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { useTheme } from '@material-ui/core/styles';
import CodeMirror, { EditorView } from '@uiw/react-codemirror';
import { useMemo } from 'react';
import { isSubmitKey } from './isSubmitKey';
import type { JsonInputProps } from './JsonField';

/** Problems are marked this long after the last key, in milliseconds. */
const LINT_DELAY_MS = 300;

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
      EditorView.contentAttributes.of({
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
        'aria-invalid': String(invalid),
      }),
    ],
    [labelledBy, describedBy, invalid],
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
