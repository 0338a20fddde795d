import { useEffect, useState } from 'react';
import type { ImageAddress, Transport } from '../../core/api/client.ts';

export type ShownImage = { readonly kind: 'waiting' } | { readonly kind: 'there'; readonly url: string } | { readonly kind: 'missing' };

/** The address of an image of the library, for as long as it is shown. */
export function useImage(transport: Transport, asset: string): ShownImage {
  const [image, setImage] = useState<ShownImage>({ kind: 'waiting' });
  useEffect(() => {
    let isGone = false;
    let held: ImageAddress | null = null;
    void transport.image(asset).then((address) => {
      if (isGone) return address?.release();
      held = address;
      setImage(address ? { kind: 'there', url: address.url } : { kind: 'missing' });
    });
    return () => {
      isGone = true;
      held?.release();
    };
  }, [transport, asset]);
  return image;
}
