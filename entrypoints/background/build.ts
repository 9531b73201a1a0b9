/** What the build was told; wxt.config.ts puts the values in. */
import type { ChosenFeed } from '../../lib/lists/feed/wanted';

declare const __CANH_GIAC_BUILT__: number;
declare const __CANH_GIAC_CODE__: string;
declare const __CANH_GIAC_FEED__: ChosenFeed | null;

/** When this code was built, milliseconds since 1970: no clock can be before it. */
export const BUILT = __CANH_GIAC_BUILT__;

/** SHA-256 of the code and lists that this was built from; undefined while it is being written, where both change. */
export const CODE = __CANH_GIAC_CODE__ || undefined;

/** The feed that every browser follows; null until a publisher hosts one. */
export const DEFAULT_FEED = __CANH_GIAC_FEED__;
