import manifest from '../../package.json' with { type: 'json' };

/** Version of the program, as it stands in every result. */
export const PRODUCT_VERSION: string = manifest.version;
