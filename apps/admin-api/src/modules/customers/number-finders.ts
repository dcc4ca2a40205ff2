import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/index.js';

/** Finds files by a number that another module gives out. */
export interface NumberFinder {
  /** The module's name; one finder each. */
  readonly name: string;
  /** Files that go on and have this number, as it was typed; a look at one unique key. */
  find(reader: Reader, number: string): Promise<string[]>;
}

/** Every module that gives a client a number registers here, so that the search box needs to know none of them. */
@Injectable()
export class NumberFinders {
  readonly #finders = new Map<string, NumberFinder>();

  /** @throws Error when the name is taken */
  register(finder: NumberFinder): void {
    if (this.#finders.has(finder.name))
      throw new Error(`number finder ${finder.name} is registered twice`);
    this.#finders.set(finder.name, finder);
  }

  /** Files by any of these numbers, in the order of their ids, each once. */
  async find(reader: Reader, number: string): Promise<string[]> {
    const found: string[] = [];
    for (const finder of this.#finders.values()) found.push(...(await finder.find(reader, number)));
    return [...new Set(found)].sort();
  }
}
