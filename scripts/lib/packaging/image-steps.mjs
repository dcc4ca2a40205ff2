import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Explained } from '../explained.mjs';
import { inRoot } from '../paths.mjs';
import { contextFilter } from './dockerignore.mjs';

/**
 * @typedef {{ root: string, workdir: string, env: Record<string, string>, user: string, command: string[], healthCheck: string[] }} Built
 *   one stage as it stands on disk; root: the folder that stands for its `/`
 */

/**
 * Runs a Dockerfile's steps one by one in folders of their own, since no engine builds images here: what COPY copies
 * and RUN runs is what the engine would, on this machine's system instead of the base image's.
 */
export class ImageSteps {
  /** @type {Map<string, Built>} */
  #stages = new Map();

  /**
   * @param {string} folder  where the stages go
   * @param {import('../processes.mjs').Processes} processes
   * @param {(line: string) => void} say  told each step and how long it took
   */
  constructor(folder, processes, say) {
    this.folder = folder;
    this.processes = processes;
    this.say = say;
    this.keeps = contextFilter(readFileSync(inRoot('.dockerignore'), 'utf8'));
  }

  /**
   * @param {readonly import('./dockerfile.mjs').Stage[]} stages  @returns {Promise<Built>} the last one
   * @throws Explained with the output of the step that failed
   */
  async build(stages) {
    /** @type {Built | undefined} */
    let built;
    for (const stage of stages) {
      built = {
        root: path.join(this.folder, stage.name),
        workdir: '/',
        env: {},
        user: 'root',
        command: [],
        healthCheck: [],
      };
      this.#stages.set(stage.name, built);
      for (const step of stage.steps) {
        const started = Date.now();
        await this.#run(step, built);
        this.say(
          `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step.keyword} ${step.text.slice(0, 110)}`,
        );
      }
    }
    if (!built) throw new Explained('Dockerfile 里没有任何阶段。');
    return built;
  }

  /** @param {import('./dockerfile.mjs').Step} step  @param {Built} built */
  async #run(step, built) {
    if (step.keyword === 'WORKDIR') {
      built.workdir = path.posix.resolve(built.workdir, step.args[0]);
      mkdirSync(path.join(built.root, built.workdir), { recursive: true });
    } else if (step.keyword === 'ENV') {
      for (const pair of step.args) {
        const at = pair.indexOf('=');
        built.env[pair.slice(0, at)] = pair.slice(at + 1);
      }
    } else if (step.keyword === 'COPY') this.#copy(step, built);
    else if (step.keyword === 'RUN') await this.#shell(step.text, built);
    else if (step.keyword === 'USER') built.user = step.args[0];
    else if (step.keyword === 'CMD') built.command = step.args;
    else if (step.keyword === 'HEALTHCHECK') built.healthCheck = step.args;
    else if (!['EXPOSE', 'STOPSIGNAL'].includes(step.keyword))
      throw new Explained(`Dockerfile 第 ${step.line} 行：这里不会执行 ${step.keyword}。`);
  }

  /** @param {string} command  @param {Built} built */
  async #shell(command, built) {
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // A mirror or proxy of this machine is its own business; without the preference npx asks a missing network first.
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => /^npm_config_|proxy$/i.test(name)),
      ),
      npm_config_prefer_offline: 'true',
      ...built.env,
    };
    const cwd = path.join(built.root, built.workdir);
    await this.processes.mustRun(`这一步没有成功：RUN ${command}`, 'sh', ['-c', command], {
      cwd,
      env,
    });
  }

  /** @param {import('./dockerfile.mjs').Step} step  @param {Built} built */
  #copy({ from, args, line }, built) {
    const sources = args.slice(0, -1);
    const target = args.at(-1) ?? '';
    const to = path.join(built.root, path.posix.resolve(built.workdir, target));
    const intoFolder = target.endsWith('/') || sources.length > 1;
    for (const source of sources) {
      const origin = from ? path.join(this.#stages.get(from)?.root ?? '', source) : inRoot(source);
      if (!existsSync(origin)) throw new Explained(`Dockerfile 第 ${line} 行：没有 ${source}。`);
      const place =
        intoFolder && statSync(origin).isFile() ? path.join(to, path.basename(source)) : to;
      if (from) cpSync(origin, place, { recursive: true, verbatimSymlinks: true });
      else this.#copyFromContext(source, place);
    }
  }

  /** @param {string} source  relative to the context  @param {string} place */
  #copyFromContext(source, place) {
    const files = filesBelow(source).filter(this.keeps);
    if (files.length === 0) throw new Explained(`.dockerignore 没有放行 ${source}。`);
    for (const file of files) {
      const to = file === source ? place : path.join(place, path.relative(source, file));
      mkdirSync(path.dirname(to), { recursive: true });
      cpSync(inRoot(file), to);
    }
  }
}

/** Files of a path of the repository, relative to its root. @param {string} source  @returns {string[]} */
function filesBelow(source) {
  if (statSync(inRoot(source)).isFile()) return [source];
  return readdirSync(inRoot(source), { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .flatMap((entry) => {
      const one = path.posix.join(source, entry.name);
      return entry.isDirectory() ? filesBelow(one) : entry.isFile() ? [one] : [];
    });
}

/** Every file below a folder, links not followed. @param {string} folder  @returns {string[]} absolute */
export function everyFile(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const one = path.join(folder, entry.name);
    if (entry.isDirectory()) return everyFile(one);
    return entry.isFile() ? [one] : [];
  });
}
