const [WIDTH, HEIGHT] = [640, 400];
const EDGE = { left: 70, right: 20, top: 48, bottom: 56 };
const COLOURS = ['#8a4b5c', '#4a6b7c', '#a8894f'];

/** A round number that is at least this. @param {number} value */
function ceiling(value) {
  const unit = 10 ** Math.floor(Math.log10(value || 1));
  return ([1, 2, 2.5, 5, 10].find((times) => times * unit >= value) ?? 10) * unit;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {number} x  @param {number} y  @param {string} text  @param {string} [more] */
const label = (x, y, text, more = '') => `<text x="${x}" y="${y}" ${more}>${escaped(text)}</text>`;

/**
 * Draws lines from zero, so that growth looks as it is.
 * @param {string} title  @param {import('./bar.mjs').Plot} plot  @returns {string} SVG
 */
export function draw(title, { x, y, series }) {
  const points = series.flatMap((line) => line.points);
  const [mostX, mostY] = [
    Math.max(...points.map((point) => point[0])),
    ceiling(Math.max(...points.map((point) => point[1]))),
  ];
  const [width, height] = [WIDTH - EDGE.left - EDGE.right, HEIGHT - EDGE.top - EDGE.bottom];
  const placeX = (/** @type {number} */ value) => EDGE.left + (value / mostX) * width;
  const placeY = (/** @type {number} */ value) => EDGE.top + height - (value / mostY) * height;
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = placeY(share * mostY);
    const number = Number((share * mostY).toPrecision(3));
    return `<path d="M${EDGE.left} ${at}H${WIDTH - EDGE.right}" stroke="#ddd"/>
      ${label(EDGE.left - 8, at + 4, String(number), 'text-anchor="end"')}`;
  });
  const ticks = [...new Set(points.map((point) => point[0]))].map((value) =>
    label(placeX(value), HEIGHT - EDGE.bottom + 18, String(value), 'text-anchor="middle"'),
  );
  const lines = series.map((line, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const path = line.points.map((point) => `${placeX(point[0])},${placeY(point[1])}`);
    const dots = path.map((place) => {
      const [cx, cy] = place.split(',');
      return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"/>`;
    });
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>
      ${dots.join('')}
      ${label(EDGE.left + 8 + index * 200, EDGE.top - 8, line.label, `fill="${colour}"`)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
  <rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
  ${label(EDGE.left, 20, title, 'font-weight="bold"')}
  ${[...grid, ...ticks, ...lines].join('\n  ')}
  ${label(EDGE.left + width / 2, HEIGHT - 12, x, 'text-anchor="middle"')}
  ${label(14, EDGE.top + height / 2, y, `text-anchor="middle" transform="rotate(-90 14 ${EDGE.top + height / 2})"`)}
</svg>
`;
}
