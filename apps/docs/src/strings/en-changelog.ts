/** Words of the changelog, which exists in English only. */
export const changelog = {
  title: 'Changelog',
  lead: 'What changed in the contract and in the packages made from it.',
  contract: (version: string) => `This site shows version ${version} of the contract.`,
  pending: 'Waiting for the next release',
  none: 'No package has been released yet.',
  bumps: { major: 'major', minor: 'minor', patch: 'patch', none: 'no release' },
};
