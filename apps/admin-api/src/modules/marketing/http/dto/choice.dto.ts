import { IsBoolean, IsInt, Min } from 'class-validator';

/** What a client wants to hear of. */
export class MarketingChoiceDto {
  /** None of it: no gifts by themselves, no messages, no calls. */
  @IsBoolean()
  optedOut: boolean;

  /** She agreed to text messages. */
  @IsBoolean()
  sms: boolean;

  /** She agreed to be called. */
  @IsBoolean()
  calls: boolean;

  /** The version that was read; 0 before anything was said. */
  @IsInt()
  @Min(0)
  version: number;
}

/** Something that was said about it. */
export class MarketingChoiceChangeDto {
  optedOut: boolean;
  sms: boolean;
  calls: boolean;
  byKind: 'client' | 'staff' | 'system';
  byName: string;
  at: string;
}

/** A client's choice as staff see it. */
export class ClientMarketingDto extends MarketingChoiceDto {
  /** Latest first. */
  changes: MarketingChoiceChangeDto[];
}
