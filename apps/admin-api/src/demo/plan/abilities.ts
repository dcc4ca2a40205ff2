import type {
  PersonContent,
  ServiceContent,
  StepContent,
  StoreKey,
} from '../content/content-types.js';

/** Minutes that a service keeps its client. */
export function minutesOf(service: ServiceContent): number {
  return service.steps.reduce((sum, step) => sum + step.minutes, 0);
}

/** The position with most hands-on minutes: whom a client means when she asks who does it. */
export function leadPositionOf(service: ServiceContent): string {
  const minutes = new Map<string, number>();
  for (const step of service.steps)
    if (step.by) minutes.set(step.by, (minutes.get(step.by) ?? 0) + step.minutes);
  const [lead] = [...minutes].sort((a, b) => b[1] - a[1]);
  if (!lead) throw new Error(`nobody does ${service.name}`);
  return lead[0];
}

export function canDoStep(person: PersonContent, step: StepContent): boolean {
  return person.position === step.by && (!step.skill || person.skills.includes(step.skill));
}

/** The people of a store who can be asked for by name for a service. */
export function leadsOf(
  service: ServiceContent,
  store: StoreKey,
  people: readonly PersonContent[],
): PersonContent[] {
  const position = leadPositionOf(service);
  const steps = service.steps.filter((step) => step.by === position);
  return people.filter(
    (person) =>
      person.onlineBookable &&
      person.stores.includes(store) &&
      steps.every((step) => canDoStep(person, step)),
  );
}
