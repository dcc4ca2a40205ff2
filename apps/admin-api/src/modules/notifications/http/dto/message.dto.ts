import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** A kind of message the phone may ask consent for. */
export class MessageTemplateDto {
  templateId: string;
  kind: 'confirmed' | 'changed' | 'cancelled' | 'balance' | 'session' | 'coupon';
  /** After what the phone asks for it. */
  occasion: 'booking' | 'payment' | 'coupon';
  /** What the client is told she will get. */
  title: string;
  /** Consents left: messages of this kind that can still be sent. */
  credits: number;
}

export class MessageTemplateListDto {
  items: MessageTemplateDto[];
}

export class ConsentDto {
  @IsString()
  @MaxLength(64)
  templateId: string;

  @IsIn(['accept', 'reject', 'ban', 'filter'])
  result: 'accept' | 'reject' | 'ban' | 'filter';
}

export class RecordConsentsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ArrayUnique((consent: ConsentDto | null) => consent?.templateId)
  @ValidateNested({ each: true })
  @Type(() => ConsentDto)
  results: ConsentDto[];
}

/** A message about a visit and what became of it. */
export class VisitMessageDto {
  kind: string;
  channel: 'subscribe' | 'sms' | 'call' | 'none';
  state:
    'sending' | 'sent' | 'not_allowed' | 'failed' | 'unknown' | 'withheld' | 'to_call' | 'called';
  /** RFC 3339 in the store's offset. */
  at: string;
  reason: string | null;
}

export class VisitMessageListDto {
  items: VisitMessageDto[];
}
