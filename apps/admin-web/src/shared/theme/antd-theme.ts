import type { ThemeConfig } from 'antd';
import { tokens } from './tokens';

const { color, radius, type } = tokens;

/** The component library dressed in our tokens. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: color.brand,
    colorPrimaryActive: color.brandPressed,
    colorPrimaryHover: color.brandPressed,
    colorLink: color.brandText,
    colorLinkHover: color.brandPressed,
    colorSuccess: color.leaf,
    colorWarning: color.amber,
    colorError: color.alarm,
    // The library lightens what is pointed at, and white on it is then too faint to read.
    colorErrorHover: color.alarm,
    colorInfo: color.brand,
    colorText: color.ink,
    colorTextHeading: color.ink,
    colorTextSecondary: color.secondary,
    colorTextTertiary: color.secondary,
    colorTextDescription: color.secondary,
    colorTextPlaceholder: color.secondary,
    colorBgLayout: color.paper,
    colorBgContainer: color.surface,
    colorBorder: '#D6CDC7',
    colorBorderSecondary: color.hairline,
    controlItemBgActive: color.brandWash,
    borderRadius: radius.control,
    borderRadiusLG: radius.card,
    fontFamily: type.family,
    fontSize: 14,
    controlHeight: 36,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: { headerBg: color.sunken, headerColor: color.secondary, rowHoverBg: color.brandWash },
    Segmented: { trackBg: color.sunken, itemSelectedColor: color.brandText },
    Drawer: { paddingLG: 20 },
  },
};
