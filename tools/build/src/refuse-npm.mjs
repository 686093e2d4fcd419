// The `prepack` of every package. npm would leave `workspace:` and `catalog:` in the manifest and LICENSE out of the tarball.
if (!process.env.npm_config_user_agent?.startsWith('pnpm/')) {
  console.error(
    'Pack with pnpm: npm cannot resolve the versions of the workspace. Run `npx pnpm pack` here.',
  );
  process.exit(1);
}
