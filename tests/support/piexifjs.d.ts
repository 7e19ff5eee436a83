/** The little of piexifjs that tests use: it comes without types. Binary strings have one character per byte. */
declare module 'piexifjs' {
  type Tags = Readonly<Record<number, unknown>>
  const piexif: {
    readonly ImageIFD: Readonly<Record<'Make' | 'Artist' | 'Orientation', number>>
    readonly GPSIFD: Readonly<
      Record<'GPSLatitudeRef' | 'GPSLatitude' | 'GPSLongitudeRef' | 'GPSLongitude', number>
    >
    readonly GPSHelper: { readonly degToDmsRational: (degrees: number) => readonly unknown[] }
    readonly dump: (exif: { readonly '0th': Tags; readonly GPS: Tags }) => string
    readonly insert: (exif: string, jpeg: string) => string
  }
  export default piexif
}
