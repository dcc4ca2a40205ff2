import { Injectable } from '@nestjs/common';
import { AddCategory, OfferService, type ServiceSegment } from '../../modules/catalog/index.js';
import { CreateResource } from '../../modules/scheduling/index.js';
import { HireStaff, NameSkill } from '../../modules/staff/index.js';
import { OpenStore, type Closure } from '../../modules/stores/index.js';
import type { Tx } from '../../platform/database/index.js';
import {
  SKILLS,
  type ServiceContent,
  type SkillKey,
  type StepContent,
  type StoreKey,
} from '../content/content-types.js';
import { MENU, STORE_KEYS, storesOf } from '../content/menu.js';
import { PEOPLE } from '../content/staff.js';
import { DEVICES, PLACES, STORES } from '../content/stores.js';

/** Ids of what the content knows by key or name. */
export interface House {
  readonly stores: Readonly<Record<StoreKey, string>>;
  /** Staff id by the person's name. */
  readonly people: ReadonlyMap<string, string>;
  /** Resource id of a person by name, and of places and devices by `store/name`. */
  readonly resources: ReadonlyMap<string, string>;
  /** Service id by name. */
  readonly services: ReadonlyMap<string, string>;
}

/** @throws Error when the content names what it does not have */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demo knows no ${name}`);
  return id;
}

type Skills = Readonly<Record<SkillKey, string>>;
type Stores = Readonly<Record<StoreKey, string>>;

const fen = (yuan: number): number => yuan * 100;

function toSegment(step: StepContent, skills: Skills): ServiceSegment {
  return {
    kind: step.by ? 'hands_on' : 'processing',
    minutes: step.minutes,
    label: step.label,
    position: step.by,
    skillId: step.skill ? skills[step.skill] : null,
    roomKind: step.room ?? null,
    deviceKind: step.device ?? null,
    keepsRoom: step.by === null && !step.leavesRoom,
  };
}

/** Opens the stores, hires the people and writes the menu, through the use cases that a salon would use. */
@Injectable()
export class HouseLoader {
  constructor(
    private readonly openStore: OpenStore,
    private readonly nameSkill: NameSkill,
    private readonly hireStaff: HireStaff,
    private readonly createResource: CreateResource,
    private readonly addCategory: AddCategory,
    private readonly offerService: OfferService,
  ) {}

  async load(tx: Tx, closures: Readonly<Record<StoreKey, readonly Closure[]>>): Promise<House> {
    const stores = {} as Record<StoreKey, string>;
    for (const key of STORE_KEYS)
      stores[key] = await this.openStore.execute(tx, { ...STORES[key], closures: closures[key] });
    const skills = {} as Record<SkillKey, string>;
    for (const [key, name] of Object.entries(SKILLS) as [SkillKey, string][])
      skills[key] = await this.nameSkill.execute(tx, name);
    const resources = await this.#places(tx, stores);
    const people = await this.#people(tx, stores, skills, resources);
    const services = await this.#menu(tx, stores, skills);
    return { stores, people, resources, services };
  }

  async #places(tx: Tx, stores: Stores): Promise<Map<string, string>> {
    const made = new Map<string, string>();
    for (const key of STORE_KEYS) {
      const storeId = stores[key];
      for (const { kind, roomKind, name } of PLACES[key])
        made.set(
          `${key}/${name}`,
          await this.createResource.execute(tx, { kind, name, storeId, roomKind }),
        );
      for (const { deviceKind, name } of DEVICES[key])
        made.set(
          `${key}/${name}`,
          await this.createResource.execute(tx, { kind: 'device', name, storeId, deviceKind }),
        );
    }
    return made;
  }

  async #people(
    tx: Tx,
    stores: Stores,
    skills: Skills,
    resources: Map<string, string>,
  ): Promise<Map<string, string>> {
    const hired = new Map<string, string>();
    for (const person of PEOPLE) {
      const staffId = await this.hireStaff.execute(tx, {
        name: person.name,
        displayName: person.displayName,
        gender: person.gender,
        position: person.position,
        grade: person.grade,
        title: person.title,
        bio: person.bio,
        avatarUrl: null,
        onlineBookable: person.onlineBookable,
        storeIds: person.stores.map((key) => stores[key]),
        skillIds: person.skills.map((key) => skills[key]),
      });
      hired.set(person.name, staffId);
      if (!person.shifts) continue;
      const resource = { kind: 'staff', name: person.displayName, staffId } as const;
      resources.set(person.name, await this.createResource.execute(tx, resource));
    }
    return hired;
  }

  async #menu(tx: Tx, stores: Stores, skills: Skills): Promise<Map<string, string>> {
    const offered = new Map<string, string>();
    for (const [place, category] of MENU.entries()) {
      const categoryId = await this.addCategory.execute(tx, category.name, place + 1);
      for (const [sort, service] of category.services.entries())
        offered.set(
          service.name,
          await this.#offer(tx, service, categoryId, sort + 1, stores, skills),
        );
    }
    return offered;
  }

  #offer(
    tx: Tx,
    service: ServiceContent,
    categoryId: string,
    sort: number,
    stores: Stores,
    skills: Skills,
  ): Promise<string> {
    const { memberYuan, yuanByGrade = {} } = service;
    const grades = ['junior', 'senior', 'expert', 'director'] as const;
    return this.offerService.execute(tx, {
      categoryId,
      name: service.name,
      description: service.description,
      priceFen: fen(service.yuan),
      memberPriceFen: memberYuan === undefined ? null : fen(memberYuan),
      onlineBookable: !service.deskOnly,
      confirmPolicy: service.confirmedAtOnce ? 'auto' : 'staff',
      bufferBeforeMinutes: service.bufferBefore ?? 0,
      bufferAfterMinutes: service.bufferAfter ?? 0,
      sort,
      imageUrl: null,
      segments: service.steps.map((step) => toSegment(step, skills)),
      gradePrices: grades.flatMap((grade) => {
        const yuan = yuanByGrade[grade];
        return yuan === undefined ? [] : [{ grade, priceFen: fen(yuan) }];
      }),
      storeIds: storesOf(service).map((key) => stores[key]),
    });
  }
}
