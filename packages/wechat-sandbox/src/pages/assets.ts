/** The page's look: the product's paper, ink and one accent. */
export const STYLE = `
:root { color: #2a2523; background: #faf7f4; font: 15px/1.6 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1040px; padding: 32px 24px 64px; }
h1 { font-size: 22px; line-height: 1.4; margin: 0; }
h2 { font-size: 17px; margin: 0 0 12px; }
.lead { color: #736965; margin: 4px 0 24px; }
#feed { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); gap: 24px; align-items: start; }
section { min-width: 0; }
article { background: #fff; border-radius: 12px; padding: 16px; margin-bottom: 12px; overflow-wrap: anywhere; }
article header { display: flex; justify-content: space-between; gap: 12px; align-items: baseline; }
article p { margin: 8px 0 0; }
time { color: #736965; font-size: 13px; white-space: nowrap; }
time, .code, strong, dd { font-variant-numeric: tabular-nums; }
.code { display: inline-block; background: #f6ecec; color: #8f4a52; border-radius: 8px; padding: 4px 16px; font-size: 26px; letter-spacing: .16em; user-select: all; }
dl { margin: 8px 0 0; }
dl div { display: grid; grid-template-columns: 92px 1fr; gap: 12px; }
dt { color: #736965; }
dd { margin: 0; }
.quiet { font-size: 13px; border-top: 1px solid #eee7e2; padding-top: 8px; }
.quiet dd { color: #736965; }
.empty { color: #736965; background: #fff; border-radius: 12px; padding: 24px 16px; margin: 0; }
#lost { background: #f6ecec; color: #9c555c; border-radius: 8px; padding: 8px 16px; margin: 0 0 16px; }
#lost[hidden] { display: none; }
`;

/** Fetches the feed every two seconds and touches the page only when something is new. */
export const SCRIPT = `
const feed = document.getElementById('feed');
const lost = document.getElementById('lost');
let shown = '';
async function refresh() {
  try {
    const answer = await fetch('/feed', { cache: 'no-store' });
    if (!answer.ok) throw new Error(String(answer.status));
    const markup = await answer.text();
    lost.hidden = true;
    if (markup !== shown) feed.innerHTML = markup;
    shown = markup;
  } catch {
    lost.hidden = false;
  }
}
refresh();
setInterval(refresh, 2000);
document.addEventListener('visibilitychange', refresh);
`;
