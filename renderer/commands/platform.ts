/** True on macOS and iPadOS, where Command takes the part of Control. */
export const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
