/** Names of nothing but ASCII. */
export const isAscii = (name: string): boolean => !/[^\0-\x7f]/.test(name)
export const isPrintableAscii = (name: string): boolean => !/[^ -~]/.test(name)
