import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { HELP, parseCommandLine } from './commandLine.mjs';
import { inRoot } from './paths.mjs';

const COMMANDS = ['start', 'test', 'test:full'];

test('reads the options of start', () => {
  const { options } = parseCommandLine(
    ['start', '--portal-port', '3001', '--reset'],
    COMMANDS,
  );
  assert.equal(options['portal-port'], '3001');
  assert.equal(options.reset, true);
});

for (const [mistake, args, message] of [
  ['an unknown command', ['strat'], /no command "strat"/],
  ['an unknown option', ['start', '--prot', '1'], /--prot/],
  [
    'a port that is no number',
    ['start', '--portal-port', 'x'],
    /--portal-port must be a port/,
  ],
  [
    'a port that is too large',
    ['start', '--gateway-port=70000'],
    /between 1 and 65535/,
  ],
]) {
  test(`refuses ${mistake}`, () => {
    assert.throws(() => parseCommandLine(args, COMMANDS), {
      name: 'UserError',
      message,
    });
  });
}

test('explains every command of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const ours = Object.keys(scripts).filter(name =>
    scripts[name].startsWith('node scripts/run.mjs'),
  );
  assert.ok(ours.includes('test:full'));
  for (const name of ours) {
    assert.equal(scripts[name], `node scripts/run.mjs ${name}`);
    assert.match(HELP, new RegExp(`^npm (run )?${name} `, 'm'));
  }
});

test('takes the environment file of test:full', () => {
  const { options, rest } = parseCommandLine(
    ['test:full', '--environment=file'],
    COMMANDS,
  );
  assert.equal(options.environment, 'file');
  assert.deepEqual(rest, []);
});

test('hands the arguments of test to Jest, except for our own', () => {
  const { options, rest } = parseCommandLine(
    ['test', '--environment', 'file', 'plugins', '-t', 'keys'],
    COMMANDS,
  );
  assert.deepEqual(rest, ['plugins', '-t', 'keys']);
  assert.equal(options.environment, 'file');
});
