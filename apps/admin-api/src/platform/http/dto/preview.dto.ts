export class PreviewDto {
  /** Origin of the simulated WeChat, on the host that asked. */
  sandboxOrigin: string;
}
