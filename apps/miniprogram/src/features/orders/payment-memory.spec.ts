import { describe, expect, it } from '@jest/globals';
import { phoneStorage } from '@/testing/phone-storage';
import { PaymentMemory } from './payment-memory';

const HOUR = 3_600_000;

describe('PaymentMemory', () => {
  it('knows after the app was killed that a cashier was open', () => {
    const storage = phoneStorage();
    new PaymentMemory(storage, () => 1_000).note('A1', 'open');
    expect(new PaymentMemory(storage, () => 2_000).last.get()).toEqual({
      orderNo: 'A1',
      said: 'open',
      at: 1_000,
    });
  });

  it('forgets an order once the server has spoken, and no other', () => {
    const memory = new PaymentMemory(phoneStorage(), () => 0);
    memory.note('A1', 'ok');
    memory.settled('B2');
    expect(memory.last.get()?.orderNo).toBe('A1');
    memory.settled('A1');
    expect(memory.last.get()).toBeUndefined();
  });

  it('asks no more about a payment of yesterday, nor about what it cannot read', () => {
    const storage = phoneStorage();
    new PaymentMemory(storage, () => 0).note('A1', 'ok');
    expect(new PaymentMemory(storage, () => 25 * HOUR).last.get()).toBeUndefined();
    storage.write('yance.payment', { orderNo: 'A1', said: 'maybe', at: 0 });
    expect(new PaymentMemory(storage, () => 0).last.get()).toBeUndefined();
  });
});
