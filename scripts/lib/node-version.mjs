/**
 * Says in one sentence that this Node is too old; empty when it will do. Kept to old syntax, see start.mjs.
 * @param {string} version as in process.versions.node
 * @returns {string}
 */
export function nodeVersionProblem(version) {
  const parts = version.split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return '';
  return '颜册需要 Node 20.19 或更新的版本，现在是 ' + version + '：请升级 Node 后再试。';
}
