import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { ConsentQueries } from './consent-queries.js';

/** Keeps a treatment from starting while a risk notice that its service asks for is not signed. */
@Injectable()
export class NoticeGate {
  constructor(private readonly queries: ConsentQueries) {}

  /** @throws Refusal NOTICE_UNSIGNED with `notices` */
  async enforce(
    reader: Reader,
    {
      customerId,
      serviceIds,
    }: { readonly customerId: string; readonly serviceIds: readonly string[] },
  ): Promise<void> {
    if (serviceIds.length === 0) return;
    const { standings } = await this.queries.standings(reader, customerId, serviceIds);
    const notices = standings
      .filter(({ text, stands }) => text.kind === 'notice' && !stands)
      .map(({ text: { id, serviceId, title } }) => ({ id, serviceId, title }));
    if (notices.length === 0) return;
    const titles = notices.map(({ title }) => `「${title}」`).join('、');
    const detail = `${titles}还没有签。请顾客在手机上或在门店签好，再继续。`;
    refuse('NOTICE_UNSIGNED', { detail, extras: { notices } });
  }
}
