// A change of language keeps the place: the links take over the anchor and the search of the address.
for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a, a.original')) {
  const page = link.href;
  const follow = () => {
    link.href = page + location.search + location.hash;
  };
  // Before any use of the link: by pointer, by keyboard, from its menu.
  for (const event of ['pointerenter', 'pointerdown', 'focus', 'click'] as const) {
    link.addEventListener(event, follow);
  }
}
