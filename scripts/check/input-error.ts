/** Input that cannot be read; the message says where and what to do. */
export class InputError extends Error {}
