import { contrast } from './contrast';
import { tokens } from './tokens';

const { color } = tokens;

it.each([
  ['ink on paper', color.ink, color.paper],
  ['secondary on paper', color.secondary, color.paper],
  ['secondary on the sunken ground', color.secondary, color.sunken],
  ['brand words on their wash', color.brandText, color.brandWash],
  ['gold words on paper', color.goldText, color.paper],
  ['leaf words on their wash', color.leafText, color.leafWash],
  ['amber words on their wash', color.amberText, color.amberWash],
  ['alarm words on their wash', color.alarm, color.alarmWash],
  ['white words on brand', color.surface, color.brand],
])('keeps %s readable at 4.5:1', (_, text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});
