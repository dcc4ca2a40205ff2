import type { Pusher } from '../push/pusher.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Schedule } from '../state/schedule.js';
import { limitedCode, squareCode, unlimitedCode } from './codes.js';
import { messageCheck } from './content-check.js';
import type { Endpoint } from './endpoint.js';
import { generateScheme, generateUrlLink } from './links.js';
import { checkSession, codeToSession } from './login.js';
import { mediaCheck } from './media-check.js';
import { userPhoneNumber } from './phone-number.js';
import { plainToken } from './plain-token.js';
import { userRiskRank } from './risk-rank.js';
import type { ShippingDesk } from './shipping/desk.js';
import { getOrder, getOrderList } from './shipping/queries.js';
import {
  isTradeConfirmed,
  isTradeManaged,
  notifyConfirmReceive,
  reportSpecialOrder,
  setMessageJumpPath,
  setTradeType,
} from './shipping/service.js';
import { uploadCombinedShippingInfo, uploadShippingInfo } from './shipping/upload.js';
import { stableToken } from './stable-token.js';
import { subscribeMessage } from './subscribe-message.js';
import { templateList } from './template-list.js';

/** Every interface of the platform that the sandbox answers for. */
export function allEndpoints(
  state: SandboxState,
  pusher: Pusher,
  schedule: Schedule,
  desk: ShippingDesk,
): Endpoint[] {
  return [
    codeToSession(state),
    checkSession(state),
    stableToken(state),
    plainToken(state),
    userPhoneNumber(state),
    subscribeMessage(state, pusher),
    templateList(state),
    messageCheck(state),
    mediaCheck(state, pusher, schedule),
    userRiskRank(state),
    unlimitedCode(state),
    limitedCode(state),
    squareCode(state),
    generateScheme(state),
    generateUrlLink(state),
    uploadShippingInfo(desk),
    uploadCombinedShippingInfo(desk),
    getOrder(desk),
    getOrderList(desk),
    notifyConfirmReceive(desk),
    setMessageJumpPath(state),
    isTradeManaged(state),
    isTradeConfirmed(state),
    reportSpecialOrder(desk),
    setTradeType(state),
  ];
}
