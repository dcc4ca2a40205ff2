/**
 * The class by which a test finds what has this id: ids of the mini-program do not reach the page that its
 * component framework draws, classes do on both targets.
 */
export const hookOf = (id: string | undefined): string => (id === undefined ? '' : `t-${id}`);
