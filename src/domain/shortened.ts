/** At most `most` signs of a text, the last of them … where there are more. */
export function shortened(text: string, most: number): string {
  const signs = [...text]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}
