import { Injectable, type PipeTransform } from '@nestjs/common';
import { BlindIndex } from '../crypto/index.js';
import type { IdempotentCall } from './idempotent-call.js';

/**
 * For routes whose body holds a password, a code or a phone: `@Idempotent(KeyedRequest)`. Few enough of them exist to
 * be found by trying when only their SHA-256 is known, so the kept hash is one under a key of ours.
 */
@Injectable()
export class KeyedRequest implements PipeTransform<IdempotentCall, IdempotentCall> {
  constructor(private readonly blindIndex: BlindIndex) {}

  transform(call: IdempotentCall): IdempotentCall {
    const requestHash = this.blindIndex.of('idempotent-request', call.requestHash.toString('hex'));
    return { ...call, requestHash };
  }
}
