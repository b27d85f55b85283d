import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Search from '@material-ui/icons/Search';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { LONGEST_SEARCH } from './listAddress';

/** How long to wait for the next letter before anybody is asked, in milliseconds. */
const PAUSE_MS = 300;

export interface SearchFieldProps {
  label: string;
  /** What can be searched for, where the field is empty. */
  hint?: string;
  /** What is searched for at the moment. */
  text: string;
  onSearch(text: string): void;
  className?: string;
}

/** A field whose text is searched for once the user pauses, presses Enter or goes on to something else. */
export function SearchField({
  label,
  hint,
  text,
  onSearch,
  className,
}: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const known = useRef(text);

  // The back button, and whatever clears the filters, change the text from outside.
  useEffect(() => {
    if (text !== known.current) {
      known.current = text;
      setTyped(text);
    }
  }, [text]);

  const searchNow = useCallback(() => {
    if (typed !== known.current) {
      known.current = typed;
      onSearch(typed);
    }
  }, [typed, onSearch]);
  useEffect(() => {
    if (typed === known.current) {
      return undefined;
    }
    const timer = setTimeout(searchNow, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, searchNow]);

  return (
    <TextField
      id={id}
      className={className}
      type="search"
      label={label}
      placeholder={hint}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          searchNow();
        }
      }}
      // Who goes on to a result has finished typing; a search that came later would lead back from where it leads.
      onBlur={searchNow}
      variant="outlined"
      size="small"
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" aria-hidden="true" />
          </InputAdornment>
        ),
      }}
      inputProps={{
        maxLength: LONGEST_SEARCH,
        autoComplete: 'off',
        spellCheck: false,
      }}
    />
  );
}
