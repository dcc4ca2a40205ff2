import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/index.js';

/** The token that unsafe calls repeat when the session came by cookie: a keyed hash of the session, kept nowhere. */
@Injectable()
export class CsrfTokens {
  constructor(private readonly blindIndex: BlindIndex) {}

  of(sessionId: string): string {
    return this.blindIndex.of('staff-csrf', sessionId).toString('base64url');
  }
}
