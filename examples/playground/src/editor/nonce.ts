/** The nonce of CodeMirror's style elements. The Content-Security-Policy in vite.config.ts names it too. */
export const nonce = "codemirror"
