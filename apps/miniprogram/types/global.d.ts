/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.png';

/** Where the API lives; empty on H5, which is served by the API itself. Set by the build. */
declare const API_ORIGIN: string;

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV: 'weapp' | 'h5';
  }
}

declare module 'react-dom' {
  import type { ReactNode, ReactPortal } from 'react';

  export function createPortal(children: ReactNode, container: Element): ReactPortal;
}
