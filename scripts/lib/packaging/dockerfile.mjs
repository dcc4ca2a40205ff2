import { Copy, DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

/**
 * @typedef {{ keyword: string, from: string, args: string[], text: string, line: number }} Step
 *   from: the stage that a COPY takes from, empty for the context; args: as written, variables and all; the parts of the list where the instruction has the JSON form
 * @typedef {{ image: string, name: string, steps: Step[] }} Stage
 */

const JSON_FORM = new Set(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** The stages of a Dockerfile, in order. @param {string} text  @returns {Stage[]} */
export function stagesOf(text) {
  /** @type {Stage[]} */
  const stages = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword();
    const words = instruction.getArguments().map((argument) => argument.getValue());
    if (keyword === 'FROM') {
      stages.push({ image: words[0], name: words[2] ?? '', steps: [] });
      continue;
    }
    const rest = (instruction.getArgumentsContent() ?? '').trim();
    const list = JSON_FORM.has(keyword) ? /\[.*\]$/s.exec(rest)?.[0] : undefined;
    const flags = instruction instanceof Copy ? instruction.getFlags() : [];
    stages.at(-1)?.steps.push({
      keyword,
      from: flags.find((flag) => flag.getName() === 'from')?.getValue() ?? '',
      args: list ? JSON.parse(list) : words,
      text: rest,
      line: instruction.getRange().start.line + 1,
    });
  }
  return stages;
}

/** What a linter has to say, as sentences. @param {string} text  @returns {string[]} */
export function lintProblems(text) {
  return validate(text).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
}

/**
 * The house's own rules for an image.
 * @param {readonly Stage[]} stages  @returns {string[]} what is broken, empty when nothing is
 */
export function houseProblems(stages) {
  const problems = [];
  for (const { image } of stages) {
    if (!/:\d+\.\d+\.\d+/.test(image)) problems.push(`${image} is not pinned to a version`);
  }
  const last = stages.at(-1);
  const one = (/** @type {string} */ keyword) =>
    last?.steps.filter((step) => step.keyword === keyword) ?? [];
  const user = one('USER').at(-1)?.args[0];
  if (!user || ['root', '0'].includes(user)) problems.push('the last stage runs as root');
  if (one('HEALTHCHECK').length !== 1) problems.push('there is no HEALTHCHECK');
  if (one('RUN').length > 0) problems.push('the last stage runs something: it only copies');
  const command = one('CMD').at(-1);
  if (!command?.text.startsWith('[') || command.args[0] !== 'node')
    problems.push('CMD is not the list form with node first: a shell would keep SIGTERM to itself');
  for (const step of one('COPY')) {
    if (!step.from) problems.push(`the last stage copies from the context: ${step.text}`);
  }
  return problems;
}
