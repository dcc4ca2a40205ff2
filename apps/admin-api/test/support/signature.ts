/** A name as a finger draws it; a top-up on the phone is signed before it is paid. */
export const SIGNATURE = {
  width: 300,
  height: 150,
  strokes: [
    [10, 20, 30, 40, 50, 60],
    [70, 20, 70, 90],
  ],
};
