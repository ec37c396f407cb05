/** Reads a file of the page. A static server may not know the media type that WebAssembly needs for streaming. */
export async function bytesOf(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The file ${url} of the page cannot be loaded.`)
  return response.arrayBuffer()
}
