/** Empties the fields that hold a secret when the page is left, because a browser may keep it as it was for the way back. */
export function forgetOnLeave(form: HTMLFormElement, forgot: () => void = () => {}): void {
  addEventListener('pagehide', () => {
    for (const control of form.querySelectorAll<HTMLInputElement>('[name="secretKey"], [name="userSig"]')) {
      control.value = '';
    }
    forgot();
  });
}
