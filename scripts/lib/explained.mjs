/** A failure that one sentence explains to the person at the terminal; no stack is shown for it. */
export class Explained extends Error {
  /** @param {string} sentence  @param {{ details?: string }} [more] details are shown under the sentence */
  constructor(sentence, more = {}) {
    super(sentence);
    this.name = 'Explained';
    this.details = more.details ?? '';
  }
}

/** Stands for "the person asked us to stop"; whoever waits for something gives up quietly. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

/** Prints a failure the way a person can use it. @param {unknown} error */
export function explain(error) {
  if (error instanceof Explained) {
    console.error(error.message);
    if (error.details) console.error(error.details);
  } else {
    console.error(error);
  }
}

/** The last lines of a text, for showing why a program failed. @param {string} text  @param {number} [count] */
export function lastLines(text, count = 20) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
