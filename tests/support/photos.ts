/** Bytes that begin as a photo of that type does; `length` bytes in all. */
function startingWith(start: readonly number[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).fill(7)
  bytes.set(start)
  return bytes
}

const ascii = (text: string): number[] => [...text].map((one) => one.charCodeAt(0))

export const aJpeg = (length = 64) => startingWith([0xff, 0xd8, 0xff, 0xe0], length)
export const aPng = (length = 64) =>
  startingWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], length)
export const aWebp = (length = 64) =>
  startingWith([...ascii('RIFF'), 56, 0, 0, 0, ...ascii('WEBPVP8 ')], length)
/** An HEIF file whose first box says which brands it has. */
export const aHeif = (major: string, compatible: readonly string[] = []) =>
  startingWith(
    [
      ...[0, 0, 0, 16 + 4 * compatible.length],
      ...ascii(`ftyp${major}`),
      ...[0, 0, 0, 0],
      ...ascii(compatible.join('')),
    ],
    64,
  )
export const aHeic = () => aHeif('heic', ['mif1', 'heic'])
/** A page that runs scripts where it is opened. */
export const aPage = () => new TextEncoder().encode('<html><script>alert(1)</script></html>')

/** A form as a browser posts it: photos with the names and types a sender claims. */
export function photoForm(
  photos: readonly Uint8Array<ArrayBuffer>[],
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const bytes of photos)
    form.append('photo', new File([bytes], 'IMG_1.jpg', { type: 'image/jpeg' }))
  return form
}
