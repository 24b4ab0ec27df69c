import packageManifest from '../../package.json' with { type: 'json' }

/** The version of claimlint. */
export const version: string = packageManifest.version

/** What claimlint is, in one line. */
export const description: string = packageManifest.description
