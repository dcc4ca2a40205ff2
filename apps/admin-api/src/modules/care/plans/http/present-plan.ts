import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { CareOverride } from '../../health/data/care-overrides.js';
import { presentOverride } from '../../health/http/present-care.js';
import type { OpenPlan, OpenPlanVersion, OpenStep } from '../care-plan-queries.js';
import type { PlanLine } from '../rules/contents.js';
import type {
  CarePlanDto,
  ClientCarePlanDto,
  CarePlanLineDto,
  CarePlanStepDto,
  CarePlanVersionDto,
} from './dto/plan.dto.js';

const presentLine = (line: PlanLine): CarePlanLineDto => ({
  ...line,
  products: line.products.map((one) => ({ ...one })),
});

function presentSteps({ contents, steps }: OpenPlan): CarePlanStepDto[] {
  const names = new Map(contents.lines.map((line) => [line.lineId, line.serviceName]));
  const seen = new Map<string, number>();
  return steps.map((step: OpenStep) => {
    const no = (seen.get(step.lineId) ?? 0) + 1;
    seen.set(step.lineId, no);
    const { id, lineId, serviceId, stage, plannedOn, earliestOn, latestOn } = step;
    return {
      ...{ id, lineId, serviceId, serviceName: names.get(lineId) ?? '', no, stage },
      ...{ plannedOn, earliestOn, latestOn, appointmentId: step.appointmentId },
      ...{ visitOn: step.visitOn, score: step.score, scoreWords: step.scoreWords },
    };
  });
}

/** A plan as its client sees it: without who wrote it. */
export function presentToClient(plan: OpenPlan): ClientCarePlanDto {
  const { id, state, version, contents, progress, consent } = plan;
  const { goal, problems, homeCare, reason } = contents;
  return {
    ...{ id, state, version, goal, problems, homeCare, reason, consent },
    lines: contents.lines.map(presentLine),
    steps: presentSteps(plan),
    progress: { ...progress },
  };
}

const presentVersion = ({
  version,
  contents,
  byName,
  at,
}: OpenPlanVersion): CarePlanVersionDto => ({
  ...{ version, goal: contents.goal, problems: contents.problems, homeCare: contents.homeCare },
  ...{ lines: contents.lines.map(presentLine), reason: contents.reason, byName },
  at: toRfc3339(at, HOME_ZONE),
});

/** A plan for those who treat. */
export function presentPlan(
  plan: OpenPlan,
  versions: readonly OpenPlanVersion[],
  overrides: readonly CareOverride[],
): CarePlanDto {
  const { agreedVersion, agreedAt, satisfaction } = plan;
  return {
    ...presentToClient(plan),
    ...{ agreedVersion, satisfaction, versions: versions.map(presentVersion) },
    agreedAt: agreedAt && toRfc3339(agreedAt, HOME_ZONE),
    overrides: overrides.map((one) => presentOverride(one, true)),
  };
}
