import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { formatBirthday, type Birthday } from '../rules/birthday.js';
import type { ClientDetails } from '../rules/client-details.js';
import type { FileFacts } from '../rules/file-changes.js';
import type { TagOnFile } from '../rules/tags.js';
import { occasionWords, type Occasion } from '../rules/occasions.js';
import { CustomerQueries } from './customer-queries.js';
import { LinkRepository, type LinkedFile } from './link-repository.js';
import { OccasionRepository } from './occasion-repository.js';
import { ProfileRepository } from './profile-repository.js';
import { TagRepository } from './tag-repository.js';

/** What is known of a client beyond the basics. */
export interface CustomerProfile {
  /** The salon's own number of her, from its paper cards. */
  readonly ownNo: string | null;
  /** The member of staff who answers for her. */
  readonly consultantId: string | null;
  readonly referrer: {
    readonly id: string;
    readonly name: string;
    readonly memberNo: string;
  } | null;
  readonly details: ClientDetails;
  readonly preferredStaffIds: readonly string[];
  readonly usualServiceIds: readonly string[];
  readonly tags: readonly TagOnFile[];
  readonly occasions: readonly Occasion[];
  readonly links: readonly LinkedFile[];
}

interface ProfileRow {
  own_no: string | null;
  consultant_id: string | null;
  referrer_id: string | null;
}

const birthdayWords = (birthday: Birthday): string => {
  const calendar = birthday.calendar === 'lunar' ? '农历' : '';
  return `${calendar}${birthday.leapMonth ? '闰' : ''}${formatBirthday(birthday)}`;
};

/** Reads of all that a file holds beside its basics. */
@Injectable()
export class ProfileQueries {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly profiles: ProfileRepository,
    private readonly tags: TagRepository,
    private readonly occasions: OccasionRepository,
    private readonly links: LinkRepository,
  ) {}

  /** Undefined for an unknown id. */
  async profile(reader: Reader, id: string): Promise<CustomerProfile | undefined> {
    const row = await reader.row<ProfileRow>(
      'SELECT own_no, consultant_id, referrer_id FROM customer WHERE id = ?',
      [id],
    );
    if (!row) return undefined;
    const { own_no: ownNo, consultant_id: consultantId, referrer_id: referrerId } = row;
    const found = referrerId ? await this.customers.summary(reader, referrerId) : undefined;
    return {
      ...{ ownNo, consultantId },
      referrer: found ? { id: found.id, name: found.name, memberNo: found.memberNo } : null,
      details: await this.profiles.details(reader, id),
      preferredStaffIds: await this.profiles.list(reader, id, 'preferredStaffIds'),
      usualServiceIds: await this.profiles.list(reader, id, 'usualServiceIds'),
      tags: await this.tags.of(reader, id),
      occasions: await this.occasions.of(reader, id),
      links: await this.links.of(reader, id),
    };
  }

  /** The file as a list of words, for its history. */
  async facts(reader: Reader, id: string): Promise<FileFacts> {
    const file = await this.customers.file(reader, id);
    const profile = await this.profile(reader, id);
    if (!file || !profile) return {};
    const { details, referrer } = profile;
    return {
      ...{ name: file.name, gender: file.gender, source: file.source },
      birthday: file.birthday ? birthdayWords(file.birthday) : '',
      homeStoreId: file.homeStoreId ?? '',
      ownNo: profile.ownNo ?? '',
      consultantId: profile.consultantId ?? '',
      referrer: referrer ? `${referrer.name}（${referrer.memberNo}）` : '',
      ...{ occupation: details.occupation, email: details.email, address: details.address },
      ...{ wechatName: details.wechatName, brands: details.brands, scents: details.scents },
      ...{ pressure: details.pressure ?? '', talk: details.talk ?? '' },
      preferredStaffIds: profile.preferredStaffIds.join(','),
      usualServiceIds: profile.usualServiceIds.join(','),
      occasions: profile.occasions.map(occasionWords).join('、'),
    };
  }
}
