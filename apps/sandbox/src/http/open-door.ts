import { demoKey } from '../settings.ts';

const loopback = /^(?:127(?:\.\d+){3}|::1|localhost)$/;

/** @throws when anybody in the network could sign calls, because the key is public. */
export function refuseOpenDoor(host: string, secretKey: string): void {
  if (secretKey !== demoKey || loopback.test(host)) return;
  throw new Error(
    `Listening on ${host} needs a secret key of your own: the demo key is public. See --secret-key-file.`,
  );
}
