import type { ServiceDefinition } from '../data/service-rows.js';
import { durationMinutes } from '../rules/service-definition.js';
import type { ServiceDto, StaffServiceDto } from './dto/service.dto.js';

export function presentService(service: ServiceDefinition): ServiceDto {
  return {
    id: service.id,
    name: service.name,
    categoryId: service.categoryId,
    categoryName: service.categoryName,
    description: service.description,
    imageUrl: service.imageUrl,
    priceFen: service.priceFen,
    memberPriceFen: service.memberPriceFen,
    gradePrices: [...service.gradePrices],
    durationMinutes: durationMinutes(service.segments),
    confirmPolicy: service.confirmPolicy,
    onlineBookable: service.onlineBookable,
    sort: service.sort,
  };
}

export function presentServiceToStaff(service: ServiceDefinition): StaffServiceDto {
  return {
    ...presentService(service),
    segments: service.segments.map(({ kind, minutes, label, position, roomKind, deviceKind }) => ({
      kind,
      minutes,
      label,
      position,
      roomKind,
      deviceKind,
    })),
    bufferBeforeMinutes: service.bufferBeforeMinutes,
    bufferAfterMinutes: service.bufferAfterMinutes,
  };
}
