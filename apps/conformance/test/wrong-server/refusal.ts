/** Ends a request with the FAIL envelope. */
export class Refusal extends Error {
  readonly code: number;
  readonly status: number;

  constructor(code: number, info = '', status = 200) {
    super(info);
    this.code = code;
    this.status = status;
  }
}
