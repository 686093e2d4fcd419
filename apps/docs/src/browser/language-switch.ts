// A change of language keeps the place: the anchor and the search of the address move along.
for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a, a.original')) {
  const page = link.href;
  const follow = () => {
    link.href = page + location.search + location.hash;
  };
  // Before the link is used in whatever way: by pointer, by keyboard, from its menu.
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click'] as const) {
    link.addEventListener(event, follow);
  }
}
