import { Module } from '@nestjs/common';
import { CareHealthModule } from './health/index.js';
import { MoveCare } from './move-care.js';

/** Each part is a folder with the layout of a module; what a part exports, care exports. */
const PARTS = [CareHealthModule];

@Module({ imports: PARTS, providers: [MoveCare], exports: PARTS })
export class CareModule {}
