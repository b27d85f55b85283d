import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { JsonEditor } from './JsonEditor';

// jsdom draws nothing, and the editor asks where its text is.
Range.prototype.getClientRects = () =>
  document.createElement('div').getClientRects();

describe('JsonEditor', () => {
  const onSubmit = jest.fn();

  function Form({ initial }: { initial: string }) {
    const [value, setValue] = useState(initial);
    return (
      <>
        <p id="name">Body</p>
        <p id="help">Some help</p>
        <JsonEditor
          labelledBy="name"
          describedBy="help"
          invalid={value === ''}
          value={value}
          onChange={setValue}
          onSubmit={onSubmit}
        />
        <button>Next</button>
        <output>{value}</output>
      </>
    );
  }

  beforeEach(() => onSubmit.mockReset());

  it('is a field with its name, help and validity', () => {
    render(<Form initial="" />);
    const field = screen.getByRole('textbox', { name: 'Body' });
    expect(field).toHaveAccessibleDescription('Some help');
    expect(field).toBeInvalid();
  });

  it('is left by Tab', async () => {
    render(<Form initial="{}" />);
    screen.getByRole('textbox', { name: 'Body' }).focus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent(/^\{\}$/);
  });

  it.each(['Control', 'Meta'])('submits by %s and Enter', async modifier => {
    render(<Form initial="{}" />);
    screen.getByRole('textbox', { name: 'Body' }).focus();
    await userEvent.keyboard(`{${modifier}>}{Enter}{/${modifier}}`);
    expect(onSubmit).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status')).toHaveTextContent(/^\{\}$/);
  });
});
