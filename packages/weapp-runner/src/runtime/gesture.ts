/**
 * Whether code runs inside a tap. WeChat lets some things happen only there; what follows after a wait for anything
 * outside, such as the network, is no longer part of it.
 */
export class Gesture {
  private running = 0;

  get active(): boolean {
    return this.running > 0;
  }

  /** Opens the time in which such things are allowed: the handler itself and what it does at once. */
  begin(): void {
    this.running += 1;
    setTimeout(() => (this.running -= 1));
  }
}
