import { expect, test } from 'vitest';
import { refuseOpenDoor } from '../../src/http/open-door.ts';
import { demoKey } from '../../src/settings.ts';

test.each(['127.0.0.1', '127.10.20.255', '::1', 'localhost'])('anybody on %s may know the key', (host) => {
  expect(() => refuseOpenDoor(host, demoKey)).not.toThrow();
});

test.each(['0.0.0.0', '::', '127.0.0', '127.0.0.1.example.org', 'localhost.example.org', 'notlocalhost'])(
  'on %s only a key of one’s own is good enough',
  (host) => {
    expect(() => refuseOpenDoor(host, demoKey)).toThrow(
      `Listening on ${host} needs a secret key of your own: the demo key is public. See --secret-key-file.`,
    );
    expect(() => refuseOpenDoor(host, 'own')).not.toThrow();
  },
);
