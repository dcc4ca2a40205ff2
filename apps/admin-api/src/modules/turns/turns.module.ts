import { Module } from '@nestjs/common';
import { StaffTurnsController } from './http/staff-turns.controller.js';
import { SaveTurnRules } from './save-turn-rules.js';
import { TurnBook } from './turn-book.js';

@Module({
  controllers: [StaffTurnsController],
  providers: [SaveTurnRules, TurnBook],
  exports: [SaveTurnRules, TurnBook],
})
export class TurnsModule {}
