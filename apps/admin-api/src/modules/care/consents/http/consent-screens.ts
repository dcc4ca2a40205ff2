import { Injectable } from '@nestjs/common';
import { serviceNames } from '../../../catalog/index.js';
import { maskPhone } from '../../../customers/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import { Database, type Reader } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import { ConsentProofs } from '../consent-proofs.js';
import { ConsentQueries, asksForAge, type ConsentStanding } from '../consent-queries.js';
import { TITLED_FOR_ALL } from '../../rules/papers-by-name.js';
import {
  CONSENT_TEXT_NAMES,
  type ConsentAct,
  type ConsentProof,
  type ConsentText,
} from '../consent-types.js';
import { textById } from '../data/consent-texts.js';
import { consentById } from '../data/consents.js';
import type {
  ConsentActDto,
  ConsentProofDto,
  ConsentSheetDto,
  ConsentStandingDto,
  ConsentTextDto,
  SignerDto,
} from './dto/consent.dto.js';

/** For whoever reads no papers by name: what kind of paper it is, and of a notice not even its service. */
const withoutName = (text: ConsentTextDto): ConsentTextDto =>
  TITLED_FOR_ALL.includes(text.kind)
    ? text
    : {
        ...{ ...text, title: CONSENT_TEXT_NAMES[text.kind], body: '' },
        ...{ serviceId: null, serviceName: null },
      };
const actWithoutName = (act: ConsentAct): ConsentAct =>
  TITLED_FOR_ALL.includes(act.kind) ? act : { ...act, title: CONSENT_TEXT_NAMES[act.kind] };

const presentAct = (act: ConsentAct): ConsentActDto => ({
  ...{ id: act.id, kind: act.kind, act: act.act, title: act.title, version: act.version },
  ...{ way: act.way, byName: act.byName, at: toRfc3339(act.at, HOME_ZONE) },
});

/** Services that somebody asks about. @throws Refusal SERVICE_NOT_FOUND */
export async function requireServices(reader: Reader, ids: readonly string[]): Promise<void> {
  const known = await serviceNames(reader, ids);
  if (!ids.every((id) => known.has(id))) refuse('SERVICE_NOT_FOUND');
}

/** Consents as phone and console show them. */
@Injectable()
export class ConsentScreens {
  constructor(
    private readonly database: Database,
    private readonly queries: ConsentQueries,
    private readonly proofs: ConsentProofs,
  ) {}

  /**
   * Where a client stands with every consent and with the notices of some services.
   * @param byName whether the reader may know what papers are called
   * @throws Refusal SERVICE_NOT_FOUND
   */
  async sheet(
    customerId: string,
    serviceIds: readonly string[] = [],
    byName = true,
  ): Promise<ConsentSheetDto> {
    const { database } = this;
    await requireServices(database, serviceIds);
    const said = await this.queries.standings(database, customerId, serviceIds);
    const acts = byName ? said.acts : said.acts.map(actWithoutName);
    const standings = said.standings.map((standing) => ({
      ...standing,
      last: standing.last && !byName ? actWithoutName(standing.last) : standing.last,
    }));
    const age = await this.queries.ageOf(database, customerId);
    const texts = await this.texts(
      database,
      standings.map(({ text }) => text),
    );
    const shown = byName ? texts : texts.map(withoutName);
    const items = standings.map((standing, at) => presentStanding(standing, shown[at], age));
    return { items, history: acts.map(presentAct) };
  }

  /** Texts with the names of their services. */
  async texts(reader: Reader, texts: readonly ConsentText[]): Promise<ConsentTextDto[]> {
    const names = await serviceNames(
      reader,
      texts.flatMap(({ serviceId }) => serviceId ?? []),
    );
    return texts.map(({ createdAt, ...text }) => ({
      ...text,
      serviceName: (text.serviceId && names.get(text.serviceId)) ?? null,
      createdAt: toRfc3339(createdAt, HOME_ZONE),
    }));
  }

  /** What proves one consent. @throws Refusal CONSENT_NOT_FOUND also when it is another client's */
  async proof(reader: Reader, customerId: string, id: string): Promise<ConsentProofDto> {
    const act = (await consentById(reader, customerId, id)) ?? refuse('CONSENT_NOT_FOUND');
    const text = (await textById(reader, act.textId)) ?? refuse('CONSENT_NOT_FOUND');
    const proof = await this.proofs.open(reader, act);
    const { paperNo = null, ofAgeReason = null } = proof;
    return {
      ...{ ...presentAct(act), body: text.body, paperNo, ofAgeReason },
      ...presentSigner(proof),
    };
  }
}

/** Who signed, as it was drawn. */
export const presentSigner = ({ signature, guardian }: ConsentProof): SignerDto => ({
  signature: signature
    ? { ...signature, strokes: signature.strokes.map((stroke) => [...stroke]) }
    : null,
  guardianName: guardian?.name ?? null,
  guardianRelation: guardian?.relation ?? null,
  guardianPhone: guardian ? maskPhone(guardian.phone.slice(-4)) : null,
});

function presentStanding(
  { text, stands, last }: ConsentStanding,
  shown: ConsentTextDto | undefined,
  age: number | null,
): ConsentStandingDto {
  if (!shown) throw new Error('a standing without its text');
  return {
    text: shown,
    stands,
    outdated: last?.act === 'given' && last.textId !== text.id,
    last: last && presentAct(last),
    guardianNeeded: age !== null && age < text.guardianBelow,
    birthdayNeeded: age === null && asksForAge(text.kind),
  };
}
