/** Empties the fields with a secret when the page is left, because a browser may keep the page for the way back. */
export function forgetOnLeave(form: HTMLFormElement, forgot: () => void = () => {}): void {
  addEventListener('pagehide', () => {
    for (const control of form.querySelectorAll<HTMLInputElement>('[name="secretKey"], [name="userSig"]')) {
      control.value = '';
    }
    forgot();
  });
}
