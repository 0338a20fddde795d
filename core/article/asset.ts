/** The kinds of images that a library keeps, by extension. Drawings that are programs (SVG) are none of them. */
export const imageTypes = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' } as const;
export type ImageExtension = keyof typeof imageTypes;

export const imageExtensions = ['png', 'jpg', 'gif', 'webp'] as const satisfies readonly ImageExtension[];

/** An image on its way into the library: assets/<sha256>.<extension>. */
export type Asset = { readonly sha256: string; readonly extension: ImageExtension; readonly bytes: Uint8Array };

/** An image as it is sent to a window. */
export type StoredImage = { readonly bytes: Uint8Array; readonly mediaType: (typeof imageTypes)[ImageExtension] };

const HASH = /^[0-9a-f]{64}$/;

/** True for the name of an asset, as it stands in an image of a content. */
export const isAssetName = (name: string): boolean => HASH.test(name);
