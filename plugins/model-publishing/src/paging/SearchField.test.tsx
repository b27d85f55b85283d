import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SearchField } from './SearchField';

describe('SearchField', () => {
  it.each([
    ['goes on to something else', '{Tab}'],
    ['presses Enter', '{Enter}'],
  ])('searches at once, and once, when the user %s', async (_, key) => {
    const onSearch = jest.fn();
    jest.useFakeTimers();
    try {
      const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
      render(<SearchField label="Search" text="" onSearch={onSearch} />);
      await user.type(screen.getByRole('searchbox'), 'iris');
      expect(onSearch).not.toHaveBeenCalled();

      await user.keyboard(key);
      expect(onSearch.mock.calls).toEqual([['iris']]);
      jest.runAllTimers();
      expect(onSearch.mock.calls).toEqual([['iris']]);
    } finally {
      jest.useRealTimers();
    }
  });
});
