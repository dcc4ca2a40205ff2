/** A hasty hand, the same on every contract of the demo. */
export const SIGNATURE = {
  width: 320,
  height: 160,
  strokes: [
    [40, 60, 70, 58, 110, 56, 150, 60],
    [92, 30, 90, 70, 84, 110, 70, 130],
    [180, 40, 210, 90, 240, 120, 270, 60],
    [200, 100, 230, 96, 262, 92],
  ],
};
