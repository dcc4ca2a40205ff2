import Taro from '@tarojs/taro';
import { routes } from '@/routes';

/** Ways out of what does not exist. */
export const toPlans = {
  label: '看看其他方案',
  onTap: () => void Taro.redirectTo({ url: routes.plans }),
};
export const toOrders = {
  label: '回到订单',
  onTap: () => void Taro.redirectTo({ url: routes.orders }),
};
export const toBills = {
  label: '回到消费账单',
  onTap: () => void Taro.redirectTo({ url: routes.bills }),
};
export const toContracts = {
  label: '回到储值协议',
  onTap: () => void Taro.redirectTo({ url: routes.contracts }),
};
export const toWallet = (): void => void Taro.redirectTo({ url: routes.wallet });
