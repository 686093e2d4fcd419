import { clientMutants } from './patches/client.ts';
import { mockMutants } from './patches/mock.ts';
import type { ArtifactMutant } from './patches/patches-of.ts';
import { sandboxMutants } from './patches/sandbox.ts';

/** Every artifact mutant of the built packages; those of the docs are computed in docs-scenarios.ts. */
export const artifactMutants: ArtifactMutant[] = [...clientMutants, ...mockMutants, ...sandboxMutants];
