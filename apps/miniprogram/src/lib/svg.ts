/** A drawing as a value of CSS `background-image`: sharp at every size, and no file. */
export function svgBackground(width: number, height: number, shapes: string): string {
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${shapes}</svg>`;
  return `url("data:image/svg+xml,${markup.replace(/[%#<>"{}\n]/g, encodeURIComponent)}")`;
}
