import 'reflect-metadata';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readConfig } from '../platform/config/index.js';
import { Refusal } from '../platform/errors/index.js';
import {
  OwnerExists,
  StoreNeeded,
  createFirstOwner,
  type FirstOwner,
  type FirstStore,
} from './first-owner.js';

const USAGE = `用法: create-owner --username 用户名 --name 姓名 < 密码文件
还没有门店时再加: --brand 品牌 --store 店名 --address 地址 --phone 电话 --location 纬度,经度`;

const flag = { type: 'string' } as const;
const OPTIONS = {
  ...{ username: flag, name: flag, brand: flag, store: flag },
  ...{ address: flag, phone: flag, location: flag },
};

type Flags = Partial<Record<keyof typeof OPTIONS, string>>;

function firstStore({ brand, store, address, phone, location }: Flags): FirstStore | undefined {
  if (!store) return undefined;
  const [latitude, longitude] = (location ?? '').split(',').map(Number);
  const complete =
    brand && address && phone && Number.isFinite(latitude) && Number.isFinite(longitude);
  if (!complete || latitude === undefined || longitude === undefined) throw new Error(USAGE);
  return { brand, name: store, address, phone, latitude, longitude };
}

/** The password comes by stdin: an argument would stand in the process list and the shell's history. */
async function readOwner(): Promise<FirstOwner> {
  const { values } = parseArgs({ options: OPTIONS });
  if (!values.username || !values.name) throw new Error(USAGE);
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  return { username: values.username, name: values.name, password, store: firstStore(values) };
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) {
    const fields = error.fields.map(({ field, message }) => `  ${field}: ${message}`);
    return [error.message, ...fields].join('\n');
  }
  if (error instanceof OwnerExists || error instanceof StoreNeeded) return error.message;
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const owner = await readOwner();
  const config = readConfig({ ...process.env, YANCE_WORKERS: 'off', LOG_LEVEL: 'warn' });
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    await createFirstOwner(app, owner);
    process.stdout.write(`老板账号 ${owner.username} 已创建，现在可以登录管理后台。\n`);
  } finally {
    await app.close();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
