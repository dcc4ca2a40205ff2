import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { choiceChanges, choiceOf } from '../data/choices.js';
import type { ClientMarketingDto, MarketingChoiceChangeDto } from './dto/choice.dto.js';

/** What clients want to hear of, as the desk sees it. */
@Injectable()
export class MarketingScreens {
  async ofClient(reader: Reader, id: string): Promise<ClientMarketingDto> {
    const changes = await choiceChanges(reader, id);
    return {
      ...(await choiceOf(reader, id)),
      changes: changes.map(({ optedOut, sms, calls, byKind, byName, at }) => ({
        ...{ optedOut, sms, calls, byName, at: at.toISOString() },
        byKind: byKind as MarketingChoiceChangeDto['byKind'],
      })),
    };
  }
}
