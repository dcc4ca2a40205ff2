import { createServer } from 'node:net';
import { Explained } from './explained.mjs';

const HIGHEST_PORT = 65_535;

/**
 * Whether something can listen here, on all addresses and on the loopback one.
 * @param {number} port  @returns {Promise<boolean>}
 */
export async function isFree(port) {
  for (const host of [undefined, '127.0.0.1']) {
    const server = createServer();
    const free = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen({ port, host, exclusive: true }, () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (!free) return false;
  }
  return true;
}

/** A port that nothing listens on at this moment. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) =>
    server.listen({ port: 0, host: '127.0.0.1' }, () => resolve(undefined)),
  );
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return address.port;
}

/**
 * Reads a port from the environment.
 * @param {NodeJS.ProcessEnv} env  @param {string} name  @param {number} fallback
 * @throws Explained when it is not a port number
 */
export function portFrom(env, name, fallback) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > HIGHEST_PORT) {
    throw new Explained(`${name} 应是 1 到 65535 之间的整数，现在是“${text}”。`);
  }
  return port;
}

/**
 * The two ports of a start; the sandbox takes the one after the API's when it is given none.
 * @param {NodeJS.ProcessEnv} env
 * @throws Explained when one is not a port number or there is none after PORT
 */
export function portsFrom(env) {
  const port = portFrom(env, 'PORT', 3000);
  const sandboxPort = portFrom(env, 'SANDBOX_PORT', port + 1);
  if (sandboxPort > HIGHEST_PORT) {
    throw new Explained(
      `PORT=${port} 后面没有端口可留给微信沙箱：请换一个小一些的 PORT，或另外指定 SANDBOX_PORT。`,
    );
  }
  return { port, sandboxPort };
}

/**
 * Makes sure that our ports are free before minutes are spent on anything else.
 * @param {readonly { name: string, port: number }[]} wanted  names are those of the environment variables
 * @throws Explained naming the port and how to choose another one
 */
export async function requireFreePorts(wanted) {
  for (const { name, port } of wanted) {
    if (!(await isFree(port))) {
      throw new Explained(
        `端口 ${port} 已被其他程序占用：请关闭它，或换一个端口启动，例如 ${name}=${port + 100} npm start。`,
      );
    }
  }
}
