import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectAsRoot } from '../lib/database/accounts.mjs';
import { PrivateInstance } from '../lib/database/private-instance.mjs';
import { installPackages } from '../lib/debian-packages.mjs';
import { mysqlDriver } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { Processes } from '../lib/processes.mjs';
import { fastestFolder } from '../lib/testing/throwaway-database.mjs';

const NODES = 3;
const PROVIDER = '/usr/lib/galera/libgalera_smm.so';
const PACKAGES = ['mariadb-server-core', 'mariadb-client-core', 'galera-4'];
const JOIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** What tells how the nodes got on: how often one refused what another had changed, and had to wait for the others. */
const STORY = [
  'wsrep_local_commits',
  'wsrep_local_cert_failures',
  'wsrep_local_bf_aborts',
  'wsrep_flow_control_paused',
];

/** Three database servers on this machine that hold the same data, all of them written to. */
export class GaleraCluster {
  /** @param {string} folder  @param {readonly PrivateInstance[]} nodes  @param {string} password */
  constructor(folder, nodes, password) {
    this.folder = folder;
    this.nodes = nodes;
    this.password = password;
  }

  /** Addresses of an account that may do everything, one for each node. */
  get urls() {
    return this.nodes.map(({ port }) => `mysql://yance_test:${this.password}@127.0.0.1:${port}/`);
  }

  /** Brings the packages where they are missing. @throws Explained when a node does not start */
  static async start() {
    const processes = new Processes();
    if (!existsSync(PROVIDER)) await installPackages(processes, PACKAGES);
    const folder = mkdtempSync(path.join(fastestFolder(), 'yance-galera-'));
    /** @type {number[]} */
    const ports = [];
    for (let n = 0; n < NODES; n += 1) ports.push(await freePort());
    const node = (/** @type {number} */ n) => {
      const args = clusterArgs(ports, n);
      return new PrivateInstance(path.join(folder, `node-${n + 1}`), { durable: false, args });
    };
    const nodes = ports.map((_, n) => node(n));
    const password = randomBytes(12).toString('hex');
    const [first] = nodes;
    if (!first) throw new Error('a cluster has nodes');
    // The others begin with a copy of the first one's files: the scripts that would hand them over on the way are in a
    // package that brings a service of the system.
    await first.start(processes);
    await makeAccount(first, password);
    await first.stop();
    for (const [n, other] of nodes.entries()) {
      if (other === first) continue;
      cpSync(first.dataFolder, other.dataFolder, { recursive: true });
      countOn(path.join(other.dataFolder, 'grastate.dat'), n);
    }
    const cluster = new GaleraCluster(folder, nodes, password);
    try {
      for (const each of nodes) {
        await each.start(processes);
        await cluster.#untilSynced(each);
      }
    } catch (error) {
      await cluster.discard();
      throw error;
    }
    return cluster;
  }

  /** How the nodes got on, node by node. */
  async story() {
    const parts = [];
    for (const url of this.urls) {
      const status = await statusOf(url);
      parts.push(
        STORY.map((name) => `${name.slice('wsrep_'.length)} ${status.get(name)}`).join(', '),
      );
    }
    return parts.join(' | ');
  }

  /** Ends all nodes and removes their data. */
  async discard() {
    for (const each of this.nodes) await each.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @param {PrivateInstance} node */
  async #untilSynced(node) {
    const deadline = Date.now() + JOIN_MS;
    const url = `mysql://yance_test:${this.password}@127.0.0.1:${node.port}/`;
    for (;;) {
      const status = await statusOf(url).catch(() => new Map());
      if (status.get('wsrep_local_state_comment') === 'Synced') return;
      if (Date.now() > deadline) throw new Error(`a node did not join, see ${node.logFile}`);
      await pause(LOOK_EVERY_MS);
    }
  }
}

/**
 * A group counts its changes of members like changes of data. Who joins as the n-th has nothing to catch up on when it
 * knows of those before. @param {string} file  @param {number} joined
 */
function countOn(file, joined) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/^(seqno:\s*)(\d+)/m, (_, name, at) => `${name}${Number(at) + joined}`),
  );
}

/** @param {readonly number[]} ports of the group, one for each node  @param {number} n */
function clusterArgs(ports, n) {
  const own = `base_host=127.0.0.1;base_port=${ports[n]};gmcast.listen_addr=tcp://127.0.0.1:${ports[n]}`;
  const address = n === 0 ? 'gcomm://' : `gcomm://127.0.0.1:${ports[0]}`;
  return [
    ...['--wsrep-on=ON', `--wsrep-provider=${PROVIDER}`, '--wsrep-cluster-name=yance'],
    ...[`--wsrep-cluster-address=${address}`, `--wsrep-node-name=node-${n + 1}`],
    ...['--wsrep-node-address=127.0.0.1', `--wsrep-provider-options=${own}`],
    ...['--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--wsrep-sst-method=skip'],
    // What one process was told is there when another one looks.
    ...['--wsrep-sync-wait=7', ...(n === 0 ? ['--wsrep-new-cluster'] : [])],
  ];
}

/** @param {PrivateInstance} node  @param {string} password */
async function makeAccount(node, password) {
  const root = await connectAsRoot({ socketPath: node.socket }, randomBytes(12).toString('hex'));
  const who = ['yance_test', '127.0.0.1'];
  await root.query('CREATE USER ?@? IDENTIFIED BY ?', [...who, password]);
  await root.query('GRANT ALL PRIVILEGES ON *.* TO ?@? WITH GRANT OPTION', who);
  await root.end();
}

/** @param {string} url  @returns {Promise<Map<string, string>>} */
async function statusOf(url) {
  const connection = await mysqlDriver().createConnection(url);
  try {
    const [rows] = await connection.query("SHOW GLOBAL STATUS LIKE 'wsrep%'");
    return new Map(
      /** @type {{ Variable_name: string, Value: string }[]} */ (rows).map((row) => [
        row.Variable_name,
        row.Value,
      ]),
    );
  } finally {
    await connection.end();
  }
}
