// This file and lib/node-version.mjs keep to old syntax, so that an old Node reads them and can say what is wrong.
import { nodeVersionProblem } from './lib/node-version.mjs';

const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
} else {
  import('./lib/start-command.mjs').then(function (command) {
    return command.start(process.argv.slice(2), process.env);
  });
}
