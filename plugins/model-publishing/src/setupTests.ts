import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';

// Upper bounds for busy machines, which compile a lazily loaded page on first use; nothing waits for them to pass.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
