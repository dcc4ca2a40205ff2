import { ArrayUnique, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { IfGiven, ListOf } from '../../../../platform/input/index.js';
import type { MessageChannel, MessageState } from '../../data/messages.js';

/** A kind of message the phone may ask consent for. */
export class MessageTemplateDto {
  templateId: string;
  kind:
    | 'confirmed'
    | 'changed'
    | 'cancelled'
    | 'reminder'
    | 'soon'
    | 'balance'
    | 'session'
    | 'coupon';
  /** After what the phone asks for it. */
  occasion: 'booking' | 'payment' | 'coupon';
  /** What the client is told she will get. */
  title: string;
  /** Consents left: messages of this kind that can still be sent. */
  credits: number;
}

export class MessageTemplatesQueryDto {
  /** A visit of hers for which the phone asks. */
  @IfGiven()
  @Matches(ID_PATTERN)
  appointmentId?: string;
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
  @ListOf(() => ConsentDto, { min: 1, max: 3 })
  @ArrayUnique((consent: ConsentDto | null) => consent?.templateId)
  results: ConsentDto[];
}

/** A message about a visit and what became of it. */
export class VisitMessageDto {
  kind: string;
  channel: MessageChannel;
  state: MessageState;
  /** RFC 3339 in the store's offset. */
  at: string;
  reason: string | null;
  /** A call: how often the desk tried, and who did last. */
  tries: number;
  doneByName: string | null;
}

export class VisitMessageListDto {
  items: VisitMessageDto[];
}
