import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { findProgram } from '../debian-packages.mjs';
import { Explained } from '../explained.mjs';
import { inRoot } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { becomesTrue } from './running-image.mjs';

const CONFIG = inRoot('deploy/proxy/nginx.conf');
/** nginx from the distribution, unpacked and not installed: an installed one would start a service of its own. */
const UNPACKED = inRoot('.cache/nginx');

/** @typedef {{ origin: string, plainOrigin: string, config: string, stop: () => Promise<void> }} Proxy */

/**
 * The machine's nginx, or Debian's unpacked into the cache.
 * @param {import('../processes.mjs').Processes} processes  @returns {Promise<string>}
 * @throws Explained when there is none and none can be had
 */
export async function nginxProgram(processes) {
  const unpacked = path.join(UNPACKED, 'usr/sbin/nginx');
  const known = findProgram(['nginx']) ?? findProgram([unpacked]);
  if (known) return known;
  mkdirSync(UNPACKED, { recursive: true });
  const sentence = '检查代理配置需要 nginx，请先安装。';
  await processes.mustRun(sentence, 'apt-get', ['download', 'nginx', 'nginx-common'], {
    cwd: UNPACKED,
  });
  for (const file of readdirSync(UNPACKED).filter((name) => name.endsWith('.deb')))
    await processes.mustRun(sentence, 'dpkg', ['-x', file, '.'], { cwd: UNPACKED });
  return unpacked;
}

/**
 * What the file has to say whatever else it says; nginx itself tells whether it is one.
 * @param {string} config  @returns {string[]}
 */
export function proxyProblems(config) {
  const rules = [
    [/^\s*listen 80;$/m, 'port 80 is not listened to'],
    [/^\s*listen 443 ssl;$/m, 'port 443 does not speak TLS'],
    [/^\s*ssl_protocols TLSv1\.2 TLSv1\.3;$/m, 'TLS below 1.2 is not ruled out'],
    [/^\s*server api:3000 resolve;$/m, 'the API of deploy/compose.yml is not what it passes on to'],
    [/^\s*proxy_set_header X-Forwarded-For \$remote_addr;$/m, 'a caller may name her own address'],
    [/location = \/api\/staff\/stream \{[^}]*proxy_buffering off;/, 'live updates are held back'],
  ];
  return rules.flatMap(([rule, problem]) =>
    /** @type {RegExp} */ (rule).test(config) ? [] : [String(problem)],
  );
}

/** The file as it is, but for places: ports, certificates, the API's address, and words that Debian's nginx is too old for. */
function moved(
  /** @type {string} */ config,
  /** @type {Record<'folder' | 'api', string> & Record<'plain' | 'tls', number>} */ to,
) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${to.folder}/${kind};`)
    .join(' ');
  return config
    .replace('http {', `http { ${temporary}`)
    .replace('/var/run/nginx.pid', `${to.folder}/nginx.pid`)
    .replace('include /etc/nginx/mime.types;', '')
    .replaceAll('/run/secrets/', `${to.folder}/`)
    .replace('/dev/stdout', `${to.folder}/access.log`)
    .replace('/dev/stderr', `${to.folder}/error.log`)
    .replace('listen 80;', `listen 127.0.0.1:${to.plain};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${to.tls} ssl;`)
    .replace('server api:3000 resolve;', `server ${to.api};`)
    .replace(/^\s*resolver .*$/m, '')
    .replace(/^\s*http2 on;$/m, '');
}

/**
 * Starts the real proxy with the real file in front of an API.
 * @param {import('../processes.mjs').Processes} processes  @param {{ folder: string, apiPort: number }} options
 * @returns {Promise<Proxy>}  @throws Explained with what nginx says of the file
 */
export async function startProxy(processes, { folder, apiPort }) {
  const nginx = await nginxProgram(processes);
  mkdirSync(folder, { recursive: true });
  const subject = ['-subj', '/CN=localhost', '-days', '1', '-nodes', '-newkey', 'rsa:2048'];
  const files = ['-keyout', `${folder}/tls_key`, '-out', `${folder}/tls_certificate`];
  await processes.mustRun('证书没有做成。', 'openssl', ['req', '-x509', ...subject, ...files]);
  const [plain, tls] = [await freePort(), await freePort()];
  const config = path.join(folder, 'nginx.conf');
  const text = readFileSync(CONFIG, 'utf8');
  writeFileSync(config, moved(text, { folder, api: `127.0.0.1:${apiPort}`, plain, tls }));
  const args = ['-c', config, '-p', folder, '-e', path.join(folder, 'error.log')];
  await processes.mustRun('nginx 不认这份代理配置。', nginx, ['-t', ...args]);
  const child = spawn(nginx, [...args, '-g', 'daemon off;'], { stdio: 'ignore' });
  const plainOrigin = `http://127.0.0.1:${plain}`;
  const up = await becomesTrue(() =>
    fetch(`${plainOrigin}/proxy-health`).then(
      ({ status }) => status === 204,
      () => false,
    ),
  );
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  if (!up) {
    await stop();
    throw new Explained('代理没有启动。');
  }
  return { origin: `https://127.0.0.1:${tls}`, plainOrigin, config: text, stop };
}

/**
 * Asks through the proxy; its certificate is our own.
 * @param {string} url  @param {{ method?: string, body?: string }} [options]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders }>}
 */
export function askThrough(url, { method = 'GET', body } = {}) {
  return new Promise((resolve, reject) => {
    const request = https.request(url, { method, rejectUnauthorized: false }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    request.on('error', reject);
    request.end(body);
  });
}
