/** Largest file, in megabytes. */
export const mostMegabytes = 10
/** Most rows with something in them, without the headings. */
export const mostRows = 20_000
/** Most columns. */
export const mostColumns = 200
/** Most lines a sheet may reach down to, empty ones included. */
export const mostLines = 200_000
/** Most characters of one cell: as many as a spreadsheet itself allows. */
export const mostInCell = 32_767
/** Most characters of all cells together: one long cell may be repeated by reference. */
export const mostCharacters = 20_000_000
/** Most separators in a file of text. */
export const mostSeparators = 4_000_000
