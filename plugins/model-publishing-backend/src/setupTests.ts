// An upper bound for busy machines; nothing waits for it to pass.
jest.setTimeout(60_000);
