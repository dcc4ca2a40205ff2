import type { ClientView } from '@/api/types';

/** Asks for a number at most once while the app lives: whoever said no is not asked at every opening. */
class PhoneAsk {
  private done = false;

  isDue(client: Pick<ClientView, 'phoneMasked'> | undefined): boolean {
    return !this.done && client !== undefined && client.phoneMasked === null;
  }

  asked(): void {
    this.done = true;
  }
}

export const phoneAsk = new PhoneAsk();
