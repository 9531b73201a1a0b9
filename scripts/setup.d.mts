/** Types of setup.mjs, which is plain JavaScript since it runs before there are packages. */
export declare const ROOT: string;
export declare function runBin(name: string, args: readonly string[], env?: Record<string, string>): boolean;
