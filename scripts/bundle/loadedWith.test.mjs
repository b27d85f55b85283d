import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadedWith } from './loadedWith.mjs';

const files = new Map([
  ['page', { now: ['shared', 'parts'], later: ['chart'] }],
  ['parts', { now: ['shared'], later: [] }],
  ['shared', { now: ['page'], later: [] }],
  ['chart', { now: ['shared'], later: [] }],
]);

test('follows what is imported at once, each file once, and not what is loaded later', () => {
  assert.deepEqual([...loadedWith(files, ['page'])].sort(), [
    'page',
    'parts',
    'shared',
  ]);
});

test('adds up what several files need', () => {
  assert.equal(loadedWith(files, ['page', 'chart']).size, 4);
});
