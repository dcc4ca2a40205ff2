import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../auth/index.js';
import { IdPipe } from '../../input/index.js';
import { Idempotent, IdempotentWork, type IdempotentCall } from '../../idempotency/index.js';
import { JobQueries, type JobRow } from '../job-queries.js';
import { JobListDto, ListJobsDto, type JobDto } from './dto/job.dto.js';

/** Jobs that could not be done, for those who run the house. */
@Controller('staff/jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobQueries,
    private readonly work: IdempotentWork,
  ) {}

  @Get()
  @StaffRoute('ops.jobs')
  async list(@Query() query: ListJobsDto): Promise<JobListDto> {
    const page = await this.jobs.list(query.state, query.cursor);
    return { items: page.items.map(present), nextCursor: page.nextCursor };
  }

  @Post(':id/retry')
  @HttpCode(204)
  @StaffRoute('ops.jobs')
  async retry(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent({ required: false }) call: IdempotentCall,
  ): Promise<void> {
    await this.work.run(call, async (tx) => {
      await this.jobs.retry(tx, staff, id);
      return {};
    });
  }
}

function present(job: JobRow): JobDto {
  return { ...job, runAt: job.runAt.toISOString(), createdAt: job.createdAt.toISOString() };
}
