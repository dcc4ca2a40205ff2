import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { LimitName } from './limits.js';

export const RATE_LIMIT = 'yance:rate-limit';
export const NO_RATE_LIMIT = 'yance:no-rate-limit';

/** The route has limits of its own, beside the one for all. */
export const RateLimit = (name: LimitName): CustomDecorator => SetMetadata(RATE_LIMIT, name);

/** No limit at all: for what WeChat sends, which repeats what we refuse, and for probes. */
export const NoRateLimit = (): CustomDecorator => SetMetadata(NO_RATE_LIMIT, true);
