/** How WeChat draws its own components before the bundle's styles apply. */
export const BUILT_IN_STYLES = `
html, body { margin: 0; -webkit-font-smoothing: antialiased;
  font-family: -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
page, view, scroll-view, swiper, swiper-item, form, picker, picker-view, picker-view-column,
cover-view, navigator, radio-group, checkbox-group { display: block; }
page { min-height: 100vh; }
scroll-view { overflow: hidden; }
scroll-view[scroll-y] { overflow-y: auto; }
scroll-view[scroll-x] { overflow-x: auto; }
image { display: inline-block; width: 320px; height: 240px; overflow: hidden;
  background-size: 100% 100%; background-repeat: no-repeat; }
button { display: block; width: 100%; position: relative; margin: 0 auto; padding: 0 14px;
  box-sizing: border-box; font-size: 18px; text-align: center; line-height: 2.55555556; border: 0;
  border-radius: 5px; background: #f8f8f8; color: #000; font-family: inherit; overflow: hidden; }
input, textarea { display: block; width: 100%; min-height: 1.4em; box-sizing: border-box;
  padding: 0; border: 0; outline: 0; background: transparent; font: inherit; resize: none; }
input::-webkit-inner-spin-button { appearance: none; }
`;
