/** Signed at 1700000000 by the vendor's npm package tls-sig-api-v2 1.0.2, the second by its Python package. */
const K = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';

export const vectors = [
  {
    name: 'Node package, xiaojun',
    key: K,
    fields: { identifier: 'xiaojun', sdkAppId: 1400000000, time: 1700000000, expire: 15552000 },
    usersig:
      'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwhWZiflZpXlQqeKU7MSCgswUJStDEwMogMiUZOamKlkZmqOKplYUZBaBxE1NTY3gosWZ6UpWSj5ljuYp*p7l5unBxXnF2WVhVU4uAf7Ozi5JpX7O5SbuHuUhzgZJmQXaTia2SrUAohcx8g__',
  },
  {
    name: 'Python package, xiaojun',
    key: K,
    fields: { identifier: 'xiaojun', sdkAppId: 1400000000, time: 1700000000, expire: 15552000 },
    usersig:
      'eJyrVgrxCdYrSy1SslJQMtIzUNJRAItkpqTmlWSmZUIkKjIT87NK82CSxSnZiQUFmSlAKUMTAyiAyqVWFGQWpYJkTE1NjRDiJZm5YFFzNPXFmekgG3zKHM1T9D3LzdODi-OKs8vCqpxcAvydnV2SSv2cy03cPcpDnA2SMgu0nUxslWoBHdYzUg__',
  },
  {
    name: 'Node package, admin',
    key: K,
    fields: { identifier: 'admin', sdkAppId: 88888888, time: 1700000000, expire: 86400 },
    usersig:
      'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwokpuZl5UInilOzEgoLMFCUrCyiAiJdk5qYqWRmaG0ABRDS1oiCzKFXJysLMBCZUnJmuZKVU4hJlFFrkalns6lehX1aoXZnpEpTs6OSXHhCUExFVZhAYbpFcYmQa5RoZaatUCwBXZDBK',
  },
  {
    name: 'Node package with a userbuf',
    key: K,
    fields: { identifier: 'xiaojun', sdkAppId: 1400000000, time: 1700000000, expire: 15552000 },
    usersig:
      'eJxVjc0KgkAYRd-l2xb*kVQDLb5CVJCwEoJ2jo7TpKn410j07qFZ0N1c7jmL*4TAOykdq4CAoWgwH7eIWd6IRIxYirC4tfmk6jgNy1LEQPSFNuVjGnFnQPTlP2WyFNXATdM0frStWUXbBAggosPs7EqNUqfZvg84Iu6iwyW1VBzir8b63gsOBPo1dtSUD4e7vMAttcPUCy1N1rNOjb3I9Rmn5ySiR8-dwOsNn*tDuQ__',
  },
];
