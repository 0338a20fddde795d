/** Calls `onIdle` once after `idleMs` without a call of `touch` while `isBusy` is false. Returns the watch and its stop. */
export function watchIdle(idleMs: number, isBusy: () => boolean, onIdle: () => void): { touch(): void; stop(): void } {
  let timer = setTimeout(check, idleMs);
  function restart(): void {
    clearTimeout(timer);
    timer = setTimeout(check, idleMs);
  }
  function check(): void {
    if (isBusy()) restart();
    else onIdle();
  }
  return { touch: restart, stop: () => clearTimeout(timer) };
}
