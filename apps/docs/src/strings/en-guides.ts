/** Words around the guides. Their text is in `guides/`. */
export const guides = {
  title: 'Guides',
  lead: 'Short ways to a goal. Every sample was compiled and run against the mock or the sandbox by a test.',
  next: 'Next:',
};
