import { Matches } from 'class-validator';
import { ID_PATTERN } from '../../../ids/index.js';

export class StreamQueryDto {
  /** The store whose calendar is on the screen. */
  @Matches(ID_PATTERN)
  storeId: string;
}
