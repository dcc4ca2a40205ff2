import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Idempotent, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { ChangePassword } from '../change-password.js';
import { SetUpTotp } from '../set-up-totp.js';
import {
  ChangePasswordBody,
  ConfirmTotpBody,
  RemoveTotpBody,
  TotpSetUpView,
} from './dto/staff-session.dto.js';

/** One's own password and second factor. */
@Controller('staff')
export class StaffSecurityController {
  constructor(
    private readonly changePassword: ChangePassword,
    private readonly setUpTotp: SetUpTotp,
  ) {}

  /** Ends all other sessions of the account. */
  @Post('password')
  @HttpCode(204)
  @StaffRoute('self')
  change(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() body: ChangePasswordBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<void> {
    return this.changePassword.execute(staff, body.current, body.next, call);
  }

  /** Offers a new second factor; it counts once confirmed. */
  @Post('totp')
  @StaffRoute('self')
  begin(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
  ): Promise<TotpSetUpView> {
    return this.setUpTotp.begin(staff, call);
  }

  @Post('totp/confirm')
  @HttpCode(204)
  @StaffRoute('self')
  confirm(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() body: ConfirmTotpBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<void> {
    return this.setUpTotp.confirm(staff, body.totp, call);
  }

  @Post('totp/remove')
  @HttpCode(204)
  @StaffRoute('self')
  remove(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() body: RemoveTotpBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<void> {
    return this.setUpTotp.remove(staff, body.password, call);
  }
}
